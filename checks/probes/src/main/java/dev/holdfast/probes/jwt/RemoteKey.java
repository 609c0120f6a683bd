package dev.holdfast.probes.jwt;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * Whether a service follows an address in a token. One on loopback can be given an address that
 * answers. To any other nobody answers, so that it refuses a foreign key in either case; but a good
 * token that names an address is still accepted by one that ignores it, since it verifies with its
 * own key.
 */
final class RemoteKey {
    private final Forge forge;
    private final Baselines baselines;
    private final ForeignKeyAttacks foreign;
    private final Sending sending;

    /** Sends a token. */
    @FunctionalInterface
    interface Sending {
        Reply send(String token, String query) throws InterruptedException;
    }

    RemoteKey(Forge forge, Baselines baselines, ForeignKeyAttacks foreign, Sending sending) {
        this.forge = forge;
        this.baselines = baselines;
        this.foreign = foreign;
        this.sending = sending;
    }

    /** Of a service that can reach this machine's loopback, because it is there itself. */
    Finding onLoopback(String parameter, KeyIdForm form)
            throws GeneralSecurityException, InterruptedException {
        try (KeyServer keys = KeyServer.open(foreign.found(parameter))) {
            Attack attack = foreign.remote(parameter, form, keys.address());
            Finding finding = judged(attack);
            if (finding.outcome() != Outcome.PASS) {
                return finding;
            }
            return keys.asked()
                    ? Finding.fail(
                                    JwtRuleSet.REMOTE,
                                    attack.what()
                                            + " was refused, but the service asked that address:"
                                            + " anybody makes it call what he likes")
                            .keyed(attack.key())
                    : finding;
        } catch (IOException unable) {
            return elsewhere(parameter, form);
        }
    }

    /** Of any other service. */
    Finding elsewhere(String parameter, KeyIdForm form)
            throws GeneralSecurityException, InterruptedException {
        Attack attack = foreign.remote(parameter, form, ForeignKeyAttacks.NOWHERE);
        Finding foreignKey = judged(attack);
        if (foreignKey.outcome() != Outcome.PASS) {
            return foreignKey;
        }
        Token named = form.token().header(parameter, ForeignKeyAttacks.NOWHERE);
        Reply reply = sending.send(forge.signed(named), "");
        String good = "a good token that names an address in " + parameter + form.words();
        if (!(reply instanceof Reply.Answered answered)) {
            return Finding.unknown(JwtRuleSet.REMOTE, good + " was not answered")
                    .keyed(attack.key());
        }
        Response response = answered.exchange().response();
        return baselines.accepts(response)
                ? Finding.pass(
                                JwtRuleSet.REMOTE,
                                good + " is accepted, one of a foreign key is not: it is ignored")
                        .keyed(attack.key())
                : Finding.notApplicable(
                                JwtRuleSet.REMOTE,
                                good
                                        + " was answered "
                                        + response.status()
                                        + ": the service refuses such tokens, or tried to fetch the"
                                        + " address, which is nowhere; from here nobody can see"
                                        + " which. Look for holdfast-probe.invalid in its log")
                        .keyed(attack.key());
    }

    private Finding judged(Attack attack) throws InterruptedException {
        return baselines.judge(attack, sending.send(attack.token(), attack.query()));
    }
}
