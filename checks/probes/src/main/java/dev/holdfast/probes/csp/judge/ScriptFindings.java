package dev.holdfast.probes.csp.judge;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.csp.match.Scene;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** Which injected lines run as scripts of the page. */
final class ScriptFindings {
    private final Verdicts verdicts;
    private final Scene scene;
    private final OpenNames names;

    ScriptFindings(Verdicts verdicts, Scene scene, OpenNames names) {
        this.names = names;
        this.verdicts = verdicts;
        this.scene = scene;
    }

    void add(List<Finding> findings) {
        findings.add(inline());
        findings.add(one(ScriptRules.HANDLER, Sink.ATTR, "an injected event handler"));
        findings.add(one(ScriptRules.JAVASCRIPT_URL, Sink.JSURL, "an injected javascript: link"));
        findings.add(
                verdicts.allows(Sink.DATA)
                        ? runs(
                                ScriptRules.DATA,
                                "an injected script from a data: URL",
                                Reason.script(verdicts, scene.dataScript()),
                                Line.of(Sink.DATA, ""))
                        : stopped(ScriptRules.DATA, "an injected script from a data: URL"));
        Optional<Candidate> anyHost =
                new Candidates(verdicts, names).anyHost(scene.foreignScript());
        findings.add(
                anyHost.map(found ->
                                runs(
                                        ScriptRules.FOREIGN,
                                        "a script of " + found.place(),
                                        Reason.script(verdicts, found.address()),
                                        found.line()))
                        .orElseGet(() ->
                                stopped(ScriptRules.FOREIGN, "a script of an unlisted host")));
        if (anyHost.isEmpty()) {
            findings.add(AllowList.finding(verdicts, scene.page()));
        }
    }

    private Finding inline() {
        return !verdicts.allows(Sink.INLINE) && verdicts.allows(Sink.WRONG_NONCE)
                ? one(ScriptRules.INLINE, Sink.WRONG_NONCE, "an injected inline script")
                : one(ScriptRules.INLINE, Sink.INLINE, "an injected inline script");
    }

    private Finding one(CheckInfo rule, Sink sink, String what) {
        return verdicts.allows(sink)
                ? runs(rule, what, Reason.inline(verdicts, sink), Line.of(sink, scene.wrongNonce()))
                : stopped(rule, what);
    }

    private static Finding runs(CheckInfo rule, String what, String reason, String line) {
        return Finding.fail(rule, what + " runs (" + reason + "): " + line)
                .with("line", line)
                .with("reason", reason);
    }

    private static Finding stopped(CheckInfo rule, String what) {
        return Finding.pass(rule, what + " does not run");
    }
}
