package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.ClearSiteData;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** Clear-Site-Data at the end of a session. */
public final class SiteData implements HeaderRule {
    private static final String FIELD = "Clear-Site-Data";

    private static final CheckInfo CLEAR =
            Rules.rule(
                    "headers.clear-site-data",
                    "Signing out leaves data in the browser",
                    Severity.LOW,
                    "The answer that ends a session does not make the browser clear cookies and"
                            + " storage.",
                    "The next person at the computer finds what the last one left in storage and"
                            + " cookies.",
                    "Send Clear-Site-Data: \"cache\", \"cookies\", \"storage\" when a session"
                            + " ends, with the quotes, over https.",
                    "ASVS v5.0.0-14.3.1",
                    "CWE-212");

    @Override
    public List<CheckInfo> rules() {
        return List.of(CLEAR);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (answer.routeClass() != RouteClass.LOGOUT || answer.error() || answer.options()) {
            return List.of(Finding.notApplicable(CLEAR, "the answer ends no session"));
        }
        List<String> lines = answer.lines(FIELD);
        if (lines.isEmpty()) {
            return List.of(Said.missing(CLEAR, FIELD, answer, demands));
        }
        ClearSiteData value = ClearSiteData.of(lines);
        if (value.types().isEmpty()) {
            return List.of(
                    Finding.fail(
                            CLEAR,
                            FIELD
                                    + " "
                                    + Said.quoted(lines)
                                    + " clears nothing: each type needs"
                                    + " its own quotes"));
        }
        if (!value.clears("cookies")) {
            return List.of(Finding.fail(CLEAR, FIELD + " does not clear \"cookies\""));
        }
        if (!value.clears("storage")) {
            return List.of(Finding.fail(CLEAR, FIELD + " does not clear \"storage\""));
        }
        return List.of(Finding.pass(CLEAR, FIELD + " clears " + String.join(", ", value.types())));
    }
}
