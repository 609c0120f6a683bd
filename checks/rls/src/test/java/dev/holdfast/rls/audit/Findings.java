package dev.holdfast.rls.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Lab;
import java.sql.SQLException;
import java.util.List;

/** What the audit of a small schema says. */
record Findings(List<Result> all) {
    private static final AuditRequest USUAL = AuditRequest.of(List.of("public"));

    static Findings of(Lab lab, String sql) throws SQLException {
        return of(lab, USUAL, sql);
    }

    static Findings of(Lab lab, AuditRequest request, String sql) throws SQLException {
        return new Findings(Audit.of(lab.after(sql), request));
    }

    /** Asserts which subjects a rule finds, and no other. */
    Findings has(String rule, String... subjects) {
        assertEquals(List.of(subjects).stream().sorted().toList(), subjects(rule), this::text);
        return this;
    }

    /** Asserts that a rule finds nothing. */
    Findings hasNo(String rule) {
        return has(rule);
    }

    /** Asserts how severe the findings of a rule are. */
    Findings as(String rule, Severity... severities) {
        assertEquals(
                List.of(severities),
                all.stream().filter(each -> is(each, rule)).map(Result::severity).toList(),
                this::text);
        return this;
    }

    private List<String> subjects(String rule) {
        return all.stream()
                .filter(each -> is(each, rule))
                .map(each -> String.valueOf(each.subject()))
                .sorted()
                .toList();
    }

    private static boolean is(Result result, String rule) {
        return result.check().value().equals("rls." + rule);
    }

    /** The first finding of a rule. */
    Result first(String rule) {
        return all.stream().filter(each -> is(each, rule)).findFirst().orElseThrow();
    }

    /** The failing results above info. */
    List<String> errors() {
        return all.stream()
                .filter(each -> each.outcome() == Outcome.FAIL && each.severity() != Severity.INFO)
                .map(each -> each.check() + " " + each.subject())
                .toList();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        all.forEach(each ->
                text.append(each.outcome())
                        .append(' ')
                        .append(each.severity())
                        .append(' ')
                        .append(each.check())
                        .append(' ')
                        .append(each.subject())
                        .append(": ")
                        .append(each.message())
                        .append('\n'));
        return text.toString();
    }
}
