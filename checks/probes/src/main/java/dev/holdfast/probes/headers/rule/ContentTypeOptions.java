package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.ValueList;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** X-Content-Type-Options (Fetch, "determine nosniff"). */
public final class ContentTypeOptions implements HeaderRule {
    private static final String FIELD = "X-Content-Type-Options";

    private static final CheckInfo NOSNIFF =
            Rules.rule(
                    "headers.x-content-type-options",
                    "Browsers may guess the type of the answer",
                    Severity.LOW,
                    "The answer has no X-Content-Type-Options whose first value is nosniff.",
                    "An uploaded file or a JSON answer that holds HTML is run as a page or a"
                            + " script of this origin.",
                    "Send X-Content-Type-Options: nosniff on every answer with content, errors"
                            + " and static files too.",
                    "ASVS v5.0.0-3.4.4",
                    "CWE-693");

    @Override
    public List<CheckInfo> rules() {
        return List.of(NOSNIFF);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        List<String> lines = answer.lines(FIELD);
        if (lines.isEmpty() || answer.options()) {
            return List.of(
                    answer.options()
                            ? Finding.notApplicable(NOSNIFF, FIELD + " is judged on other methods")
                            : Said.missing(NOSNIFF, FIELD, answer, demands));
        }
        return List.of(
                ValueList.of(lines).getFirst().equalsIgnoreCase("nosniff")
                        ? Finding.pass(NOSNIFF, FIELD + " is nosniff")
                        : Finding.fail(
                                NOSNIFF,
                                Said.ignored(FIELD, lines)
                                        + Said.slip(FIELD, lines)
                                                .map(why -> "")
                                                .orElse(": its first value is not nosniff")));
    }
}
