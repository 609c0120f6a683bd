package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.place.NearSpans;
import java.util.ArrayList;
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

    /** What is found in a text that bytes of the window spell. */
    static List<Sighting> in(TextRun run, Engine engine, Interpreter interpreter) {
        byte[] text = run.text();
        List<Match> matches = engine.scan(text, text.length);
        List<Span> secrets = Interpreter.secretSpans(matches);
        return of(text, text.length, matches, secrets, interpreter, run.start(), run.stride());
    }

    /**
     * What is found in the window's own bytes.
     *
     * @param others what is found in texts that they spell, which may not be shown either
     */
    static List<Sighting> in(
            byte[] window,
            int length,
            List<Sighting> others,
            Engine engine,
            Interpreter interpreter) {
        List<Match> matches = engine.scan(window, length);
        List<Span> secrets = new ArrayList<>(Interpreter.secretSpans(matches));
        others.forEach(each -> secrets.add(new Span(each.start(), each.end())));
        return of(window, length, matches, secrets, interpreter, 0, 1);
    }

    private static List<Sighting> of(
            byte[] text,
            int length,
            List<Match> matches,
            List<Span> spans,
            Interpreter interpreter,
            int offset,
            int stride) {
        if (matches.isEmpty()) {
            return List.of();
        }
        NearSpans secrets = new NearSpans(spans);
        return interpreter.findings(text, length, matches).stream()
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
