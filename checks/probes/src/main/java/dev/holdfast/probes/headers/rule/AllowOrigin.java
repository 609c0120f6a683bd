package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.regex.Pattern;

/** Values of Access-Control-Allow-Origin that no browser takes (Fetch, "CORS check"). */
public final class AllowOrigin implements HeaderRule {
    private static final String FIELD = "Access-Control-Allow-Origin";
    private static final Pattern ORIGIN =
            Pattern.compile("\\*|null|[a-z][a-z0-9+.-]*+://[^/?#,\\s*]++");

    private static final CheckInfo ALLOW =
            Rules.rule(
                    "headers.access-control-allow-origin",
                    "Access-Control-Allow-Origin holds no origin",
                    Severity.LOW,
                    "The value is neither *, null nor one origin, so browsers refuse everybody.",
                    "Somebody believes that a list, a pattern or the word none is understood, and"
                            + " will loosen it until it works.",
                    "Send one origin without a path, chosen from a fixed list, or leave the"
                            + " field out.",
                    "ASVS v5.0.0-3.4.2",
                    "CWE-942");

    @Override
    public List<CheckInfo> rules() {
        return List.of(ALLOW);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        List<String> lines = answer.lines(FIELD);
        if (lines.isEmpty()) {
            return List.of(Finding.notApplicable(ALLOW, FIELD + " is not sent"));
        }
        return List.of(
                ORIGIN.matcher(String.join(", ", lines)).matches()
                        ? Finding.pass(ALLOW, FIELD + " is " + Said.quoted(lines))
                        : Finding.fail(
                                ALLOW,
                                FIELD
                                        + " "
                                        + Said.quoted(lines)
                                        + " is no origin, and browsers refuse everybody"));
    }
}
