package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.field.FrameOptions;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.util.List;
import java.util.Optional;

/** Who may frame a page: X-Frame-Options, unless an enforced frame-ancestors replaces it. */
public final class Framing implements HeaderRule {
    private static final String FIELD = "X-Frame-Options";

    private static final CheckInfo FRAMES =
            Rules.rule(
                    "headers.x-frame-options",
                    "Any site may frame the page",
                    Severity.MEDIUM,
                    "Neither frame-ancestors of an enforced Content-Security-Policy nor"
                            + " X-Frame-Options keeps other sites from framing the page.",
                    "Another site lays the page invisibly over its own buttons, and the user"
                            + " clicks what the attacker chose.",
                    "Send Content-Security-Policy: frame-ancestors 'none' (or 'self'), and"
                            + " X-Frame-Options: DENY (or SAMEORIGIN) for old browsers.",
                    "ASVS v5.0.0-3.4.6",
                    "RFC 7034",
                    "CWE-1021");

    private final FrameReader frames;

    /** With what reads policies. */
    public Framing(FrameReader frames) {
        this.frames = frames;
    }

    @Override
    public List<CheckInfo> rules() {
        return List.of(FRAMES);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        if (!answer.html()) {
            return List.of(
                    Finding.notApplicable(FRAMES, "the answer is no page that could be framed"));
        }
        List<String> lines = answer.lines(FIELD);
        Optional<FrameReader.Framers> ancestors =
                frames.read(answer.lines("Content-Security-Policy"), answer.exchange().url());
        if (ancestors.isPresent()) {
            return List.of(byPolicy(ancestors.get(), lines));
        }
        return List.of(
                switch (FrameOptions.of(lines)) {
                    case DENY, SAME_ORIGIN ->
                            Finding.pass(FRAMES, FIELD + " is " + Said.quoted(lines));
                    case CONFLICT ->
                            Finding.pass(
                                    FRAMES,
                                    FIELD
                                            + " "
                                            + Said.quoted(lines)
                                            + " contradicts itself, and so browsers let nobody frame"
                                            + " the page");
                    case NOTHING -> Finding.fail(FRAMES, Said.ignored(FIELD, lines));
                    case MISSING -> missing(answer, demands);
                });
    }

    private static Finding byPolicy(FrameReader.Framers ancestors, List<String> lines) {
        String said = "frame-ancestors " + Said.quoted(String.join(" ", ancestors.sources()));
        if (!ancestors.open()) {
            return Finding.pass(FRAMES, said + " of the enforced policy decides");
        }
        return Finding.fail(
                FRAMES,
                said
                        + " lets every site frame the page"
                        + (lines.isEmpty() ? "" : ", and makes browsers ignore " + FIELD));
    }

    private Finding missing(Answer answer, Demands demands) {
        List<String> reportOnly = answer.lines("Content-Security-Policy-Report-Only");
        if (frames.read(reportOnly, answer.exchange().url()).isPresent()) {
            return Finding.fail(
                    FRAMES, "frame-ancestors stands in a report-only policy, which stops nobody");
        }
        if (answer.page().metas().stream()
                .anyMatch(meta -> meta.name().equals("x-frame-options"))) {
            return Finding.fail(
                    FRAMES, FIELD + " stands in a meta element, where browsers ignore it");
        }
        return Said.missing(FRAMES, FIELD, answer, demands);
    }
}
