package dev.holdfast.cli;

import dev.holdfast.commands.Commands;
import dev.holdfast.commands.leaf.ExitCode;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.report.Tool;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program's front door. Answers what is constant ({@code --version} and the rendered help
 * pages) before anything else is loaded, and hands the rest to the one command that is named.
 */
public final class Main {
    /** The released version; the same as the build's. */
    static final String VERSION = "0.1.0";

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = StandardOutput.ofProcess();
        PrintStream err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // halt() saves the work of exit(): no hook is registered, and everything is flushed.
        Runtime.getRuntime().halt(told(run(System.in, out, err, args)));
    }

    /** The JVM itself ends with 0 and 1, too; the launcher takes these from us only. */
    private static int told(int code) {
        boolean jvms = code == ExitCode.CLEAR || code == ExitCode.BLOCKED;
        return jvms ? code + Integer.getInteger("holdfast.added", 0) : code;
    }

    /** Runs one command line without ending the process. */
    static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
        return run(null, in, out, err, args);
    }

    /** The same with other environment variables than those of the process. */
    static int run(
            @Nullable Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err,
            String... args) {
        int code = answer(environment, in, out, err, List.of(args));
        // A result that did not arrive is no result: a full disk must not look like a pass.
        boolean lost = out.checkError();
        if (lost && !(out instanceof StandardOutput stdout && stdout.readerLeft())) {
            err.println("holdfast: the result could not be written to stdout");
        }
        err.flush();
        return lost && code == ExitCode.CLEAR ? ExitCode.UNDECIDED : code;
    }

    private static int answer(
            @Nullable Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err,
            List<String> args) {
        if (args.equals(List.of("--version")) || args.equals(List.of("-V"))) {
            out.println("holdfast " + VERSION);
            return ExitCode.CLEAR;
        }
        Optional<List<String>> help = HelpPages.asked(args);
        if (help.isPresent()) {
            Optional<String> page = HelpPages.rendered(help.get());
            if (page.isPresent()) {
                out.print(page.get());
                return ExitCode.CLEAR;
            }
        }
        return new Invocation(new Tree(Commands.all(), Commands.GROUPS), out, err)
                .run(args, surroundings(environment, in, out, err));
    }

    private static Surroundings surroundings(
            @Nullable Map<String, String> given, InputStream in, PrintStream out, PrintStream err) {
        // Asked for late: what only answers does not need it.
        Map<String, String> environment = given == null ? System.getenv() : given;
        return new Surroundings(
                new Tool("holdfast", VERSION),
                ProcessTerminal.of(in, out, err, environment),
                environment,
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                new LateRandom(),
                Optional.ofNullable(System.getProperty("holdfast.postgresql")).map(Path::of),
                Runtime.getRuntime().availableProcessors());
    }
}
