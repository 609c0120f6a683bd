package dev.holdfast.commands.report;

import dev.holdfast.core.gate.Verdict;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all formats for people say with the same words. */
final class Words {

    /** The outcomes that leave a question open. */
    static final Set<Outcome> NOT_DECIDED = Set.of(Outcome.ERROR, Outcome.UNKNOWN);

    // The order of the results, so that the counts are read in the same order.
    private static final List<Outcome> WORST_FIRST =
            List.of(
                    Outcome.FAIL,
                    Outcome.ERROR,
                    Outcome.UNKNOWN,
                    Outcome.WAIVED,
                    Outcome.BASELINED,
                    Outcome.PASS,
                    Outcome.NOT_APPLICABLE);

    private static final String SUGGESTED = "suggested policy";

    // What a person wants to see of the properties, and how it is called for a person.
    private static final Map<String, String> FACTS = Collections.unmodifiableMap(facts());

    private static Map<String, String> facts() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("redacted", "value");
        names.put("confidence", "confidence");
        names.put("decodedFrom", "inside");
        names.put("variable", "variable");
        names.put("variableSource", "set in");
        names.put("exposure", "exposure");
        names.put("role", "role");
        names.put("witnessSession", "session");
        names.put("witnessRow", "row");
        names.put("witnessStatement", "reached by");
        names.put("blastRadius", "reach");
        names.put("checksum", "checksum");
        names.put("policy", SUGGESTED);
        return names;
    }

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

    /** How many results each outcome has, worst outcome first; every outcome has an entry. */
    static Map<Outcome, Integer> worstFirst(Report report) {
        Map<Outcome, Integer> summary = report.summary();
        Map<Outcome, Integer> sorted = new LinkedHashMap<>();
        for (Outcome outcome : WORST_FIRST) {
            sorted.put(outcome, summary.getOrDefault(outcome, 0));
        }
        return sorted;
    }

    /** {@code 2 fail, 1 pass}: every outcome that there is. */
    static String counts(Report report) {
        String counts =
                worstFirst(report).entrySet().stream()
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

    /**
     * The one check id whose explanation helps most: that of the worst result behind the verdict.
     * Nothing when nothing is open, or when there is no explanation to read.
     */
    static Optional<CheckId> worstCheck(Report report) {
        Predicate<Result> decides =
                switch (report.verdict().kind()) {
                    case BLOCKED -> result -> result.outcome() == Outcome.FAIL;
                    case UNDECIDED -> result -> NOT_DECIDED.contains(result.outcome());
                    case CLEAR -> _ -> false;
                };
        return Stream.concat(
                        report.results().stream().filter(decides),
                        report.results().stream().filter(Words::isOpen))
                .findFirst()
                .map(Result::check)
                .filter(report.explanations()::containsKey);
    }

    /**
     * What the run did not look at although it had to, in words; no result says it. A format
     * without a verdict of its own must say these, or their absence reads as a pass.
     */
    static List<String> holes(Report report) {
        List<String> holes = new ArrayList<>();
        if (report.results().stream().noneMatch(Result::looked)) {
            holes.add("nothing was looked at");
        }
        for (CheckId id : report.gate().notLookedAt(report.results())) {
            holes.add("required and not looked at to the end: " + id);
        }
        return holes;
    }

    /** {@code holdfast explain secrets.env-value}. */
    static String explain(CheckId id) {
        return "holdfast explain " + id;
    }

    /** {@code FAIL high}; the severity only where it says something. */
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
                .orElseGet(() -> result.subject() == null ? "" : result.subject());
    }

    /** Where a person mends it: the original source when a map names it, else the place itself. */
    static String sourcePlace(Location location) {
        Origin origin = location.origin();
        return origin == null ? place(location) : origin(origin);
    }

    /** The policy in force and the gate that decides. */
    static String policy(Report report) {
        return "policy " + report.policy().path() + ", gate " + report.gate().environment();
    }

    static String place(Location location) {
        return location.path() + ":" + location.line() + ":" + location.column();
    }

    static String origin(Origin origin) {
        return origin.path() + ":" + origin.line() + ":" + origin.column();
    }

    /** What the run was for, and so shown also where all is well: a policy to put in place. */
    static Optional<String> suggested(Result result) {
        return Optional.ofNullable(facts(result).get(SUGGESTED));
    }

    /** The properties that a person wants to see, by the name that a person understands. */
    static Map<String, String> facts(Result result) {
        Map<String, String> facts = new LinkedHashMap<>();
        FACTS.forEach((property, name) -> {
            Object value = result.properties().get(property);
            String words =
                    value instanceof List<?> way
                            ? way.stream().map(Object::toString).collect(Collectors.joining(" > "))
                            : value == null ? "" : value.toString();
            if (!words.isEmpty() && !words.equals("none")) {
                facts.put(name, words);
            }
        });
        return facts;
    }
}
