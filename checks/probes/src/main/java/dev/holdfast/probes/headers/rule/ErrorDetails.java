package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.regex.Pattern;

/** What an error's body tells of the service's inside. */
public final class ErrorDetails implements HeaderRule {
    private static final CheckInfo DETAILS =
            Rules.rule(
                    "headers.error-details",
                    "An error page tells the service's inside",
                    Severity.MEDIUM,
                    "The body of an error holds a stack trace, a database's message or a"
                            + " framework's own error page.",
                    "File names, versions and queries tell an attacker where to press next.",
                    "Answer errors with a page of your own and an id that finds the details in"
                            + " the log; switch the debug mode off.",
                    "ASVS v5.0.0-16.5.1",
                    "ASVS v5.0.0-13.4.2",
                    "CWE-209");

    private final List<Trace> traces;

    /** With the beginnings of traces that are known. */
    public ErrorDetails() {
        traces = Words.of("traces.txt").stream().map(ErrorDetails::trace).toList();
    }

    @Override
    public List<CheckInfo> rules() {
        return List.of(DETAILS);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (!answer.error()) {
            return List.of(Finding.notApplicable(DETAILS, "the answer is no error"));
        }
        Body body = answer.exchange().response().body();
        if (body.size() == 0) {
            return List.of(
                    body.cut()
                            ? Finding.unknown(DETAILS, "the error's body was not kept")
                            : Finding.pass(DETAILS, "the error has no body"));
        }
        String text = answer.reading().text();
        for (Trace each : traces) {
            if (each.form().matcher(text).find()) {
                return List.of(
                        Finding.fail(DETAILS, "the body of the error holds " + each.name())
                                .as(each.severity()));
            }
        }
        return List.of(
                answer.reading()
                        .unread()
                        .map(why -> Finding.unknown(DETAILS, why))
                        .orElseGet(() ->
                                Finding.pass(DETAILS, "the body of the error tells no details")));
    }

    private static Trace trace(String line) {
        String[] parts = line.split("\\|", 3);
        return new Trace(
                parts[0].strip(),
                Severity.ofWord(parts[1].strip()).orElseThrow(),
                Pattern.compile(parts[2].strip()));
    }

    private record Trace(String name, Severity severity, Pattern form) {}
}
