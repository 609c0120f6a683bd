package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Policy;
import java.util.List;

/** What is to be said of what injected content may do without running as a script. */
final class SinkNotes {
    private SinkNotes() {}

    static void look(List<Policy> policies, Verdicts verdicts, Notes notes) {
        one(verdicts, Sink.EVAL, NoteRules.EVAL, "strings may be evaluated", notes);
        one(verdicts, Sink.STYLE, NoteRules.STYLE, "an injected style element works", notes);
        one(verdicts, Sink.STYLE_ATTR, NoteRules.STYLE, "an injected style attribute works", notes);
        one(verdicts, Sink.IMG, NoteRules.FETCH, "images of any host load", notes);
        one(verdicts, Sink.CONNECT, NoteRules.FETCH, "any host can be fetched from", notes);
        one(verdicts, Sink.FRAME, NoteRules.FETCH, "frames of any host load", notes);
        one(verdicts, Sink.OBJECT, NoteRules.FETCH, "objects of any host load", notes);
        one(verdicts, Sink.BASE, NoteRules.BASE_OPEN, "an injected base element works", notes);
        if (policies.stream().noneMatch(policy -> policy.has("form-action"))) {
            notes.say(NoteRules.FORM_ACTION, "no policy has form-action");
        }
        if (policies.stream().noneMatch(policy -> policy.has("frame-ancestors"))) {
            notes.say(NoteRules.FRAME_ANCESTORS, "no policy has frame-ancestors");
        }
        if (policies.stream()
                .noneMatch(policy -> policy.has("report-to") || policy.has("report-uri"))) {
            notes.say(NoteRules.REPORTING, "no policy has report-to or report-uri");
        } else if (policies.stream().noneMatch(policy -> policy.has("report-to"))) {
            notes.say(NoteRules.REPORTING, "report-uri alone: report-to is its successor");
        }
        if (policies.stream().noneMatch(policy -> policy.has("require-trusted-types-for"))
                && !verdicts.scriptless()) {
            notes.say(NoteRules.TRUSTED_TYPES, "no policy has require-trusted-types-for 'script'");
        }
    }

    private static void one(
            Verdicts verdicts, Sink sink, CheckInfo rule, String words, Notes notes) {
        if (verdicts.allows(sink)) {
            notes.say(rule, words + ": " + Line.of(sink, ""));
        }
    }
}
