package dev.holdfast.probes.wire.open;

import dev.holdfast.probes.wire.address.Resolver;
import dev.holdfast.probes.wire.pace.RunLimits;
import dev.holdfast.probes.wire.pace.Sleeper;
import dev.holdfast.probes.wire.transport.Patience;
import java.time.Clock;

/** What a run takes from the machine that it is on. */
record Surroundings(
        Clock clock, Sleeper sleeper, Resolver resolver, Patience patience, RunLimits limits) {
    /** This machine. */
    static Surroundings real(Clock clock) {
        return new Surroundings(
                clock, Sleeper.REAL, Resolver.SYSTEM, Patience.USUAL, RunLimits.USUAL);
    }
}
