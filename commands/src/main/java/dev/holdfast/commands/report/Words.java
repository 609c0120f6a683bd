package dev.holdfast.commands.report;

import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What all formats for people say with the same words. */
final class Words {

    private Words() {}

    /** The verdict as one word and its reasons. */
    static String verdict(Verdict verdict) {
        return verdictWord(verdict.kind()) + ": " + String.join("; ", verdict.reasons());
    }

    static String verdictWord(Verdict.Kind kind) {
        return switch (kind) {
            case CLEAR -> "CLEAR";
            case BLOCKED -> "BLOCKED";
            case UNDECIDED -> "UNDECIDED";
        };
    }

    /** {@code 2 fail, 1 pass}: every outcome that there is. */
    static String counts(Report report) {
        Map<Outcome, Integer> summary = report.summary();
        String counts =
                summary.entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(entry -> entry.getValue() + " " + entry.getKey().word())
                        .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no results" : counts;
    }

    /** Whether a result is worth a reader's time: everything but what passed or did not apply. */
    static boolean isOpen(Result result) {
        return switch (result.outcome()) {
            case FAIL, ERROR, UNKNOWN -> true;
            case PASS, NOT_APPLICABLE, WAIVED, BASELINED -> false;
        };
    }

    /** {@code fail · high}; the severity only where it says something. */
    static String outcome(Result result) {
        return switch (result.outcome()) {
            case FAIL -> "FAIL " + result.severity().word();
            case WAIVED -> "waived by " + result.waiver();
            case BASELINED, PASS, NOT_APPLICABLE -> result.outcome().word();
            case ERROR, UNKNOWN -> result.outcome().word().toUpperCase(Locale.ROOT);
        };
    }

    /** {@code dist/app.js:1:20}, or the subject, or nothing. */
    static String place(Result result) {
        return result.location()
                .map(Words::place)
                .orElseGet(() -> result.subject() == null ? "" : String.valueOf(result.subject()));
    }

    static String place(Location location) {
        return location.path() + ":" + location.line() + ":" + location.column();
    }

    static String origin(Origin origin) {
        return origin.path() + ":" + origin.line() + ":" + origin.column();
    }

    /** The properties that a person wants to see, as {@code name: value}. */
    static List<String> facts(Result result) {
        List<String> facts = new ArrayList<>();
        for (String name :
                List.of("redacted", "variable", "variableSource", "exposure", "checksum", "role")) {
            Object value = result.properties().get(name);
            if (value != null && !"none".equals(value)) {
                facts.add(name + ": " + value);
            }
        }
        return facts;
    }
}
