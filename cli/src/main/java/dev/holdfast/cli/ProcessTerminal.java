package dev.holdfast.cli;

import dev.holdfast.commands.leaf.Terminal;
import dev.holdfast.core.check.Progress;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The terminal of this process. Whether stdout and stderr are terminals is told by the launcher
 * (system properties {@code holdfast.stdout} and {@code holdfast.stderr}), because the JVM only
 * tells it of both together.
 *
 * @param colour whether colour is wanted: a terminal, no {@code NO_COLOR} (no-color.org), not dumb
 */
record ProcessTerminal(
        InputStream in, PrintStream out, PrintStream err, boolean colour, Progress progress)
        implements Terminal {

    static ProcessTerminal of(
            InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean colour =
                isTerminal("holdfast.stdout")
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean watched =
                isTerminal("holdfast.stderr")
                        && !environment.containsKey("CI")
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new ProcessTerminal(
                in,
                out,
                err,
                colour,
                watched ? new ProgressLine(err, System::nanoTime) : Progress.NONE);
    }

    private static boolean isTerminal(String property) {
        return "terminal".equals(System.getProperty(property));
    }
}
