package dev.holdfast.commands;

import dev.holdfast.commands.leaf.Terminal;
import dev.holdfast.core.check.Progress;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal that keeps what it was told. */
public final class TestTerminal implements Terminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final boolean watched;

    private TestTerminal(boolean watched) {
        this.watched = watched;
    }

    /** Output that goes into a file or another program. */
    public static TestTerminal pipe() {
        return new TestTerminal(false);
    }

    /** A terminal with colour and a person before it. */
    public static TestTerminal watched() {
        return new TestTerminal(true);
    }

    /** What came out on stdout. */
    public String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What came out on stderr. */
    public String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream in() {
        return InputStream.nullInputStream();
    }

    @Override
    public PrintStream out() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream err() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    @Override
    public boolean colour() {
        return watched;
    }

    @Override
    public Progress progress() {
        return watched ? (what, done, of) -> {} : Progress.NONE;
    }
}
