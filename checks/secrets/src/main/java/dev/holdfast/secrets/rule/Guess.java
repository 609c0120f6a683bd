package dev.holdfast.secrets.rule;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Confidence;
import dev.holdfast.secrets.engine.Recognizer;
import java.util.List;

/** What is told of a value that has no form, and the recognisers that tell it. */
final class Guess {
    private final Kind kind =
            new Kind(
                    "generic",
                    "value that looks like a secret",
                    "unknown",
                    Severity.LOW,
                    "may open what its name says",
                    "the service that issued it",
                    Confidence.LOW);

    Described described() {
        return Described.of(
                kind.rule(),
                "a random-looking value that is assigned to a name which says secret, or stands where"
                        + " a command, a header or a password file has one");
    }

    List<Recognizer> recognizers() {
        return List.of(
                new GenericRule(kind),
                new AuthorizationRule(kind),
                new CommandRule(kind),
                new PasswordFileRule(kind),
                new IdentifiedByRule(kind));
    }
}
