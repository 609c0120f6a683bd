package dev.holdfast.probes.jwt;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.security.GeneralSecurityException;

/**
 * Tells a service that ignores an address in a token from one that would follow it. Nobody is at
 * the address, so both refuse a foreign key. But a good token that names one is still accepted by
 * the first, since it verifies with its own key, and not by the second.
 */
final class RemoteKey {
    private final Forge forge;
    private final Baselines baselines;

    /** Sends a token. */
    @FunctionalInterface
    interface Sending {
        Reply send(String token, String query) throws InterruptedException;
    }

    RemoteKey(Forge forge, Baselines baselines) {
        this.forge = forge;
        this.baselines = baselines;
    }

    /** What is to be said, given what became of the foreign key. */
    Finding beside(Attack attack, Finding foreign, Sending sending)
            throws GeneralSecurityException, InterruptedException {
        if (foreign.outcome() != Outcome.PASS) {
            return foreign;
        }
        String parameter = attack.key();
        Token named = forge.good().header(parameter, ForeignKeyAttacks.NOWHERE);
        Reply reply = sending.send(forge.signed(named), "");
        if (reply instanceof Reply.Answered answered) {
            Response response = answered.exchange().response();
            return baselines.accepts(response)
                    ? Finding.pass(
                                    JwtRuleSet.REMOTE,
                                    parameter
                                            + " is ignored: a good token that names one is still"
                                            + " accepted, one of a foreign key is not")
                            .keyed(parameter)
                    : Finding.pass(
                                    JwtRuleSet.REMOTE,
                                    "a token that names an address in "
                                            + parameter
                                            + " is not accepted ("
                                            + response.status()
                                            + "). Whether the service asked that address cannot be"
                                            + " seen from here: look for holdfast-probe.invalid in"
                                            + " its log")
                            .keyed(parameter);
        }
        return Finding.unknown(JwtRuleSet.REMOTE, "no answer to a good token with " + parameter)
                .keyed(parameter);
    }
}
