package dev.holdfast.probes.wire.open;

import dev.holdfast.probes.session.Secrets;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.IdentityHeaders;
import dev.holdfast.probes.wire.redaction.Redaction;
import java.util.Optional;

/** The secrets of a run, each of which the redaction learns. */
record RunSecrets(IdentityHeaders identities, Redaction redaction) implements Secrets {
    @Override
    public Optional<String> of(String variable) {
        return identities.secret(variable);
    }

    @Override
    public void learn(String secret) {
        redaction.learn(secret);
    }

    /** Tells the redaction by what names the policy calls secrets that nobody has seen yet. */
    static void names(Target target, Redaction redaction) {
        target.tokens()
                .ifPresent(rules -> {
                    redaction.learnMember(rules.refreshField());
                    redaction.learnMember(rules.accessField());
                });
        target.routes()
                .forEach(route -> {
                    route.jwt().ifPresent(rules -> redaction.learnField(rules.header()));
                    route.webhook()
                            .flatMap(rules -> rules.header())
                            .ifPresent(redaction::learnField);
                });
    }

    /** Says nothing of the secrets. */
    @Override
    public String toString() {
        return "the secrets of a run";
    }
}
