package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.redaction.Redaction;
import java.util.Map;
import java.util.Optional;

/** The secrets of the environment that the policy names; whatever is read, the redaction learns. */
public final class IdentityHeaders {
    private final Target target;
    private final Map<String, String> environment;
    private final Redaction redaction;

    /** The identities of a target, whose secrets are read at once. */
    public IdentityHeaders(Target target, Map<String, String> environment, Redaction redaction) {
        this.target = target;
        this.environment = Map.copyOf(environment);
        this.redaction = redaction;
        target.identities().values().forEach(each -> secret(each.variable()));
    }

    /** The value of a variable, or nothing when it is not set or empty. */
    public Optional<String> secret(String variable) {
        Optional<String> value =
                Optional.ofNullable(environment.get(variable)).filter(text -> !text.isBlank());
        value.ifPresent(redaction::learn);
        return value;
    }

    /** The fields with that of the identity, or why there is none. */
    Signed sign(String name, Fields fields) {
        CallerIdentity identity = target.identities().get(name);
        if (identity == null && name.equals(Target.ANONYMOUS)) {
            return new Ready(fields);
        }
        if (identity == null) {
            return new Missing(
                    Reason.NOT_ALLOWED,
                    "the policy says no probes.targets." + target.name() + ".identities." + name);
        }
        Optional<String> secret = secret(identity.variable()).map(String::strip);
        if (secret.isEmpty()) {
            return new Missing(
                    Reason.NO_SECRET,
                    "the environment variable "
                            + identity.variable()
                            + " of the identity "
                            + name
                            + " is not set: set it to the whole value of the field "
                            + identity.header());
        }
        if (secret.get().chars().anyMatch(each -> each < 0x20 || each >= 0x7F)) {
            return new Missing(
                    Reason.NO_SECRET,
                    "the environment variable "
                            + identity.variable()
                            + " holds what no header field may: a line break, or letters beyond"
                            + " ASCII");
        }
        return new Ready(fields.without(identity.header()).with(identity.header(), secret.get()));
    }

    sealed interface Signed {}

    record Ready(Fields fields) implements Signed {
        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "Ready";
        }
    }

    record Missing(Reason reason, String words) implements Signed {}
}
