package dev.holdfast.probes.session;

import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Wire;
import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * What a probe sees of the world.
 *
 * @param wire for everything but what the next two are for
 * @param hurried for the probe of rate limits alone: it may go faster than the target's limits
 * @param patient for the probe of the maintenance switch alone: it goes on after many 5xx answers
 * @param destructive whether policy and command line both allow to change something
 * @param secrets the values of environment variables that the policy names, for signing
 */
public record Session(
        Target target,
        Wire wire,
        Wire hurried,
        Wire patient,
        boolean destructive,
        Secrets secrets,
        Clock clock,
        RandomGenerator random) {
    /** Whether everybody on the way can read what is sent: http to a place that is not ours. */
    public boolean readable() {
        return !target.secure() && target.network() == Network.PUBLIC;
    }

    /** Whether only requests of {@link dev.holdfast.probes.exchange.Intent#PASSIVE} are allowed. */
    public boolean passive() {
        return target.production() && !destructive;
    }
}
