package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Progress;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessTerminalTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private static ProcessTerminal terminal(Map<String, String> environment) {
        return ProcessTerminal.of(InputStream.nullInputStream(), NOWHERE, NOWHERE, environment);
    }

    @AfterEach
    void forget() {
        System.clearProperty("holdfast.stdout");
        System.clearProperty("holdfast.stderr");
    }

    @Test
    void colourIsForATerminal() {
        assertFalse(terminal(Map.of()).colour(), "a pipe, or nobody knows");
        System.setProperty("holdfast.stdout", "pipe");
        assertFalse(terminal(Map.of()).colour());
        System.setProperty("holdfast.stdout", "terminal");
        assertTrue(terminal(Map.of("TERM", "xterm")).colour());
        assertTrue(terminal(Map.of()).colour());
    }

    @Test
    void noColorTakesItAway() {
        System.setProperty("holdfast.stdout", "terminal");
        assertFalse(terminal(Map.of("NO_COLOR", "1")).colour());
        assertFalse(terminal(Map.of("NO_COLOR", "0")).colour(), "no-color.org: any value");
        assertTrue(terminal(Map.of("NO_COLOR", "")).colour(), "no-color.org: not when empty");
        assertFalse(terminal(Map.of("TERM", "dumb")).colour());
    }

    @Test
    void progressIsForATerminalOutsideOfCi() {
        System.setProperty("holdfast.stdout", "terminal");
        assertEquals(Progress.NONE, terminal(Map.of()).progress(), "stderr is a pipe");
        System.setProperty("holdfast.stderr", "terminal");
        assertTrue(terminal(Map.of()).progress() instanceof ProgressLine);
        assertEquals(Progress.NONE, terminal(Map.of("CI", "true")).progress());
        assertEquals(Progress.NONE, terminal(Map.of("CI", "")).progress());
        assertEquals(Progress.NONE, terminal(Map.of("TERM", "dumb")).progress());
    }
}
