package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** Cross-Origin-Resource-Policy (Fetch, section 3.7). */
public final class ResourcePolicy implements HeaderRule {
    private static final String FIELD = "Cross-Origin-Resource-Policy";

    private static final CheckInfo CORP =
            Rules.rule(
                    "headers.cross-origin-resource-policy",
                    "Other sites may load the answer into their process",
                    Severity.LOW,
                    "No Cross-Origin-Resource-Policy that browsers heed keeps other sites from"
                            + " embedding the answer.",
                    "Another site loads the answer as an image or a script with the user's"
                            + " cookies, and reads it through a side channel.",
                    "Send Cross-Origin-Resource-Policy: same-origin (same-site for siblings;"
                            + " cross-origin only for what is public on purpose).",
                    "ASVS v5.0.0-3.5.8",
                    "CWE-346");

    @Override
    public List<CheckInfo> rules() {
        return List.of(CORP);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (!answer.content()) {
            return List.of(Finding.notApplicable(CORP, "the answer has no content to embed"));
        }
        List<String> lines = answer.lines(FIELD);
        if (lines.isEmpty()) {
            return List.of(Said.missing(CORP, FIELD, answer, demands));
        }
        // The lines as one value must be one of three; case matters.
        return List.of(
                switch (String.join(", ", lines)) {
                    case "same-origin", "same-site" ->
                            Finding.pass(CORP, FIELD + " is " + lines.getFirst());
                    case "cross-origin" ->
                            answer.document() || answer.sensitive()
                                    ? Finding.fail(
                                            CORP,
                                            FIELD
                                                    + " is cross-origin, as if it were"
                                                    + " not there")
                                    : Finding.pass(
                                            CORP,
                                            FIELD
                                                    + " is cross-origin on this public "
                                                    + answer.kind());
                    default ->
                            Finding.fail(
                                    CORP,
                                    Said.ignored(FIELD, lines)
                                            + (Said.slip(FIELD, lines).isEmpty()
                                                    ? ": no such value (once, in lower case)"
                                                    : ""));
                });
    }
}
