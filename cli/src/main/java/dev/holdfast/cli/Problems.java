package dev.holdfast.cli;

import dev.holdfast.commands.leaf.CommandEntry;
import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on stderr what went wrong, where, and what to do next. */
final class Problems {
    private static final int FRAMES = 12;

    private Problems() {}

    /** A place stands first on its line, so that editors and people find it; else our name does. */
    static void print(PrintStream err, UserProblem problem) {
        err.println(Printable.of(prefix(problem.what()) + problem.what()));
        String hint = problem.hint();
        if (hint != null) {
            err.println(Printable.of("  " + hint));
        }
    }

    private static String prefix(String text) {
        return text.matches("(?s)[^\\n]+?:\\d+(:\\d+)?: .*") ? "" : "holdfast: ";
    }

    static void print(PrintStream err, IOException failed) {
        String what =
                switch (failed) {
                    case NoSuchFileException missing -> "not found: " + missing.getFile();
                    case AccessDeniedException denied -> "no permission: " + denied.getFile();
                    case FileSystemException file ->
                            file.getFile() + ": " + String.valueOf(file.getReason());
                    default -> String.valueOf(failed.getMessage());
                };
        err.println(Printable.of("holdfast: could not finish: " + what));
        err.println("  nothing is decided; mend that and run again");
    }

    /** Classes and places only: a message may quote what was being looked at. */
    static void printBug(PrintStream err, Throwable bug) {
        err.println("holdfast: a bug in Holdfast, not a finding: " + bug.getClass().getName());
        StackTraceElement[] trace = bug.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
            err.println("    at " + trace[i]);
        }
        err.println("  please report these lines with the command that you ran");
    }

    static UserProblem of(ParameterException wrong, CommandEntry entry) {
        String help = "see holdfast " + entry.name() + " --help";
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            if (!unmatched.isUnknownOption()) {
                return new UserProblem("one argument too many: '" + first + "'", help);
            }
            return new UserProblem(
                    "unknown option '" + first + "'",
                    Nearest.of(first, wrong.getCommandLine().getCommandSpec().optionsMap().keySet())
                                    .map(near -> "did you mean '" + near + "'? ")
                                    .orElse("")
                            + help);
        }
        String message = String.valueOf(wrong.getMessage());
        return new UserProblem(
                Character.toLowerCase(message.charAt(0)) + message.substring(1), help);
    }
}
