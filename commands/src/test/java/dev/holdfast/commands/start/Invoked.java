package dev.holdfast.commands.start;

import dev.holdfast.commands.check.CheckCommand;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.leaf.Terminal;
import dev.holdfast.commands.policy.PolicyValidate;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.report.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine;

/** A command that was run as the command line runs it: what it printed, and its exit code. */
record Invoked(int exitCode, String out) {

    private record Pipe(PrintStream out, PrintStream err) implements Terminal {

        @Override
        public InputStream in() {
            return InputStream.nullInputStream();
        }

        @Override
        public boolean colour() {
            return false;
        }

        @Override
        public Progress progress() {
            return Progress.NONE;
        }
    }

    /** {@code holdfast init ARGS} in a folder. */
    static Invoked init(Path folder, String... args) throws IOException {
        return run(new InitCommand(), folder, args);
    }

    /** {@code holdfast policy validate ARGS} in a folder. */
    static Invoked validate(Path folder, String... args) throws IOException {
        return run(new PolicyValidate(), folder, args);
    }

    /** {@code holdfast check ARGS} in a folder. */
    static Invoked check(Path folder, String... args) throws IOException {
        return run(new CheckCommand(), folder, args);
    }

    private static Invoked run(Leaf leaf, Path folder, String... args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new CommandLine(leaf.syntax().spec()).setExpandAtFiles(false).parseArgs(args);
        try {
            int exitCode =
                    leaf.run(
                            new Surroundings(
                                    new Tool("holdfast", "0"),
                                    new Pipe(out, out),
                                    Map.of(),
                                    folder.toAbsolutePath(),
                                    Clock.fixed(
                                            Instant.parse("2026-11-02T10:00:00Z"), ZoneOffset.UTC),
                                    new SplittableRandom(1),
                                    Optional.empty(),
                                    2));
            out.flush();
            return new Invoked(exitCode, bytes.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
