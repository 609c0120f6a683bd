package dev.holdfast.probes.wire.open;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Connections;
import dev.holdfast.probes.wire.GuardedWire;
import dev.holdfast.probes.wire.IdentityHeaders;
import dev.holdfast.probes.wire.Introduction;
import dev.holdfast.probes.wire.WireParts;
import dev.holdfast.probes.wire.address.AddressGuard;
import dev.holdfast.probes.wire.pace.RunBudget;
import dev.holdfast.probes.wire.pace.TokenBucket;
import dev.holdfast.probes.wire.redaction.Redaction;
import dev.holdfast.probes.wire.transport.Trust;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Opens the wires to a target. */
public final class Wires {
    private Wires() {}

    /**
     * A session with a target. Nothing is sent and no name is looked up yet.
     *
     * @param allowDestructive the command line's half of the permission to change something
     * @param environment the variables in which the policy's secrets are
     * @param recorder gets every exchange without its secrets; several threads may call it at once
     * @param version of Holdfast
     * @throws dev.holdfast.core.problem.UserProblem when the target's trust anchors cannot be read
     */
    public static OpenSession open(
            Target target,
            boolean allowDestructive,
            Map<String, String> environment,
            Clock clock,
            RandomGenerator random,
            Consumer<Exchange> recorder,
            String version) {
        return open(
                target,
                allowDestructive,
                environment,
                random,
                recorder,
                version,
                Surroundings.real(clock));
    }

    /** The same in other surroundings, as tests need it. */
    static OpenSession open(
            Target target,
            boolean allowDestructive,
            Map<String, String> environment,
            RandomGenerator random,
            Consumer<Exchange> recorder,
            String version,
            Surroundings around) {
        Clock clock = around.clock();
        Redaction redaction = new Redaction();
        RunSecrets.names(target, redaction);
        boolean destructive = target.destructive() && allowDestructive;
        IdentityHeaders identities = new IdentityHeaders(target, environment, redaction);
        Connections connections =
                new Connections(
                        target,
                        new AddressGuard(target.network(), around.resolver()),
                        Trust.with(target.ca()),
                        around.patience());
        WireParts parts =
                new WireParts(
                        target,
                        destructive,
                        connections,
                        identities,
                        new Introduction(version, target, random),
                        new TokenBucket(target.limits(), clock, around.sleeper()),
                        new RunBudget(around.limits(), clock),
                        redaction,
                        recorder,
                        clock);
        Session session =
                new Session(
                        target,
                        new GuardedWire(parts, false, false),
                        new GuardedWire(parts, true, false),
                        new GuardedWire(parts, false, true),
                        destructive,
                        new RunSecrets(identities, redaction),
                        clock,
                        random);
        return new OpenSession(session, redaction, connections);
    }
}
