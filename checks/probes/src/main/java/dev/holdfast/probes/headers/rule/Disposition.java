package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.Ascii;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;

/** Content-Disposition of what is to be saved (RFC 6266). */
public final class Disposition implements HeaderRule {
    private static final String FIELD = "Content-Disposition";

    private static final CheckInfo ATTACHMENT =
            Rules.rule(
                    "headers.content-disposition",
                    "A download is shown as a page",
                    Severity.MEDIUM,
                    "The answer is a download and does not say attachment.",
                    "A file that somebody uploaded runs as a page of this origin when the victim"
                            + " opens its address.",
                    "Send Content-Disposition: attachment; filename=\"…\" for what users upload.",
                    "RFC 6266",
                    "ASVS v5.0.0-3.2.1",
                    "CWE-79");

    @Override
    public List<CheckInfo> rules() {
        return List.of(ATTACHMENT);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (answer.routeClass() != RouteClass.DOWNLOAD
                || !answer.content()
                || !answer.exchange().response().successful()) {
            return List.of(Finding.notApplicable(ATTACHMENT, "the answer is no download"));
        }
        List<String> lines = answer.lines(FIELD);
        if (lines.isEmpty()) {
            return List.of(Finding.fail(ATTACHMENT, FIELD + " is missing on a download"));
        }
        String type = Ascii.trim(lines.getFirst().split(";", 2)[0]);
        return List.of(
                type.equalsIgnoreCase("attachment") && lines.stream().distinct().count() == 1
                        ? Finding.pass(ATTACHMENT, FIELD + " is attachment")
                        : Finding.fail(
                                ATTACHMENT,
                                FIELD + " " + Said.quoted(lines) + " is not one attachment"));
    }
}
