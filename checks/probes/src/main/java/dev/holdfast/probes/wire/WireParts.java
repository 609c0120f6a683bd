package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.pace.RunBudget;
import dev.holdfast.probes.wire.pace.TokenBucket;
import dev.holdfast.probes.wire.redaction.Redaction;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * What the wires of one run share.
 *
 * @param destructive whether policy and command line both allow to change something
 * @param recorder gets every exchange without its secrets; several threads may call it at once
 */
public record WireParts(
        Target target,
        boolean destructive,
        Connections connections,
        IdentityHeaders identities,
        Introduction introduction,
        TokenBucket bucket,
        RunBudget budget,
        Redaction redaction,
        Consumer<Exchange> recorder,
        Clock clock) {
    Permission permission() {
        return new Permission(target, destructive);
    }
}
