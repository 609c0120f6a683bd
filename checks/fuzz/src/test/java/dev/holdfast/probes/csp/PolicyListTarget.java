package dev.holdfast.probes.csp;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.probes.csp.judge.Received;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Map;

/**
 * Any text as a policy: a verdict for every sink, no less allowed than with another policy beside
 * it, and words for a terminal.
 */
public final class PolicyListTarget implements Target {
    private static final String NOTHING = "default-src 'none'; base-uri 'none'";

    @Override
    public String name() {
        return "csp";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "default-src 'self'; script-src 'nonce-YWJj' 'strict-dynamic' https: 'unsafe-inline'",
                "script-src-elem *.evil.test:*/a%2fb/ data: ; style-src-attr 'unsafe-hashes'",
                "img-src *, connect-src https://evil.test; frame-src 'none'; sandbox allow-scripts",
                "script-src 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=' 'report-sample'");
    }

    @Override
    public void run(byte[] input) {
        String text = Text.latin1(input);
        Map<Sink, Boolean> alone = Csp.allows(List.of(text));
        Map<Sink, Boolean> together = Csp.allows(List.of(text, NOTHING));
        for (Sink sink : Sink.values()) {
            if (together.get(sink) && !alone.get(sink)) {
                throw new AssertionError("a second policy allowed " + sink);
            }
        }
        List<Finding> findings =
                Csp.judge(
                        new Received(List.of(text), List.of(text), List.of(text), Received.VICTIM));
        for (Finding finding : findings) {
            if (finding.message().chars().anyMatch(each -> each < ' ' || each == 0x7F)) {
                throw new AssertionError("no line for a terminal");
            }
        }
    }
}
