package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words that many rules say. */
final class Said {
    private static final int LONGEST = 160;

    private Said() {}

    /** The lines of a field as a message quotes them. */
    static String quoted(List<String> lines) {
        return "\"" + OneLine.of(String.join(", ", lines), LONGEST) + "\"";
    }

    /** One value as a message quotes it. */
    static String quoted(String value) {
        return "\"" + OneLine.of(value, LONGEST) + "\"";
    }

    /** What it means that a field is not there. */
    static Finding missing(CheckInfo rule, String field, Answer answer, Demands demands) {
        return demands.asks(field, answer)
                ? Finding.fail(
                        rule, field + " is missing, asked for by " + demands.asker(field, answer))
                : Finding.notApplicable(
                        rule,
                        field + " is not sent, and nobody asks for it on this " + answer.kind());
    }

    /** The classic slips that make any value void, in words, or nothing. */
    static Optional<String> slip(String field, List<String> lines) {
        String value = lines.isEmpty() ? "" : lines.getFirst().strip();
        String name = field.toLowerCase(Locale.ROOT) + ":";
        if (value.toLowerCase(Locale.ROOT).startsWith(name)) {
            return Optional.of("the value begins with the field's own name");
        }
        if (value.length() > 1
                && ((value.startsWith("\"") && value.endsWith("\""))
                        || (value.startsWith("'") && value.endsWith("'")))) {
            return Optional.of("the whole value stands in quotes");
        }
        return value.isEmpty() ? Optional.of("the value is empty") : Optional.empty();
    }

    /** "…, and browsers ignore it": with the slip when there is one. */
    static String ignored(String field, List<String> lines) {
        return field
                + " "
                + quoted(lines)
                + " is ignored by browsers"
                + slip(field, lines).map(why -> ": " + why).orElse("");
    }
}
