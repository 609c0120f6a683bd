package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import java.util.List;

/** Something found in a window, in the window's own bytes or in a text that they spell. */
final class Sighting {
    private final byte[] text;
    private final int length;
    private final NearSpans secrets;
    private final Interpreter.Finding finding;
    private final int offset;
    private final int stride;

    private Sighting(
            byte[] text,
            int length,
            NearSpans secrets,
            Interpreter.Finding finding,
            int offset,
            int stride) {
        this.text = text;
        this.length = length;
        this.secrets = secrets;
        this.finding = finding;
        this.offset = offset;
        this.stride = stride;
    }

    /**
     * What is found in a text.
     *
     * @param offset where the text begins in the window
     * @param stride how many bytes of the window each byte of the text takes
     */
    static List<Sighting> in(
            byte[] text,
            int length,
            int offset,
            int stride,
            Engine engine,
            Interpreter interpreter) {
        List<Match> matches = engine.scan(text, length);
        if (matches.isEmpty()) {
            return List.of();
        }
        NearSpans secrets = new NearSpans(Interpreter.secretSpans(matches));
        return interpreter.findings(text, matches).stream()
                .map(each -> new Sighting(text, length, secrets, each, offset, stride))
                .toList();
    }

    byte[] text() {
        return text;
    }

    int length() {
        return length;
    }

    /** The secrets of the text; those asked for come from front to back. */
    NearSpans secrets() {
        return secrets;
    }

    Interpreter.Finding finding() {
        return finding;
    }

    /** Where it begins in the window. */
    int start() {
        return offset + stride * finding.match().start();
    }

    int end() {
        return offset + stride * finding.match().end();
    }
}
