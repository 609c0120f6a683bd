package dev.holdfast.probes.difference;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the results of a JSON report ({@code holdfast.report/v1}) of a run of probes. */
public final class ReportReader {
    private static final String SCHEMA = "holdfast.report/v1";

    /** Properties of results that list what was let in: those of access, and of CORS. */
    private static final List<String> WAYS = List.of("ways", "seen");

    private ReportReader() {}

    /** Whether the text looks like a report, and not like a recording. */
    public static boolean isReport(String text) {
        return text.length() < 200
                ? text.contains(SCHEMA)
                : text.substring(0, 200).contains(SCHEMA);
    }

    /**
     * The run.
     *
     * @param file as its user knows it
     * @throws UserProblem when it is no report of a run of probes
     */
    public static ComparedRun read(String text, String file) {
        Map<String, @Nullable Object> report =
                JsonReader.object(text).orElseThrow(() -> wrong(file, "is no JSON report"));
        if (!SCHEMA.equals(report.get("schema"))
                || !(report.get("results") instanceof List<?> results)) {
            throw wrong(file, "is no report of " + SCHEMA);
        }
        if (!String.valueOf(report.get("command")).startsWith("probe")) {
            throw wrong(file, "is the report of another command than a probe");
        }
        List<Judged> all = new ArrayList<>();
        Set<String> targets = new TreeSet<>();
        for (Object each : results) {
            if (isNote(each)) {
                continue;
            }
            all.add(judged(each).orElseThrow(() -> wrong(file, "has a result without its parts")));
            target(each).ifPresent(targets::add);
        }
        return new ComparedRun(file, String.valueOf(report.get("command")), targets, all);
    }

    /** A pass that only says something of a policy: it is gone when the policy is mended. */
    private static boolean isNote(@Nullable Object value) {
        return value instanceof Map<?, ?> result
                && "pass".equals(result.get("outcome"))
                && result.get("properties") instanceof Map<?, ?> properties
                && Boolean.TRUE.equals(properties.get("note"));
    }

    private static Optional<Judged> judged(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> result)
                || !(result.get("check") instanceof String check)
                || !(result.get("fingerprint") instanceof String fingerprint)) {
            return Optional.empty();
        }
        Optional<Outcome> outcome = outcome(String.valueOf(result.get("outcome")));
        Optional<Severity> severity = Severity.ofWord(String.valueOf(result.get("severity")));
        if (outcome.isEmpty() || severity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Judged(
                        check,
                        outcome.get(),
                        severity.get(),
                        fingerprint,
                        result.get("subject") instanceof String subject ? subject : "",
                        result.get("message") instanceof String message ? message : "",
                        ways(result)));
    }

    private static List<String> ways(Map<?, ?> result) {
        return result.get("properties") instanceof Map<?, ?> properties
                ? WAYS.stream()
                        .map(properties::get)
                        .filter(List.class::isInstance)
                        .flatMap(each -> ((List<?>) each).stream().map(String::valueOf))
                        .toList()
                : List.of();
    }

    private static Optional<String> target(@Nullable Object value) {
        return value instanceof Map<?, ?> result
                        && result.get("properties") instanceof Map<?, ?> properties
                        && properties.get("target") instanceof String target
                ? Optional.of(target)
                : Optional.empty();
    }

    private static Optional<Outcome> outcome(String word) {
        for (Outcome each : Outcome.values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static UserProblem wrong(String file, String what) {
        return new UserProblem(
                file + " " + what,
                "name what --report json=FILE or --record FILE of a probe has written");
    }
}
