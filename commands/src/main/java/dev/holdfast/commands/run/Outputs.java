package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.ReportTarget;
import dev.holdfast.commands.report.ReportOptions;
import dev.holdfast.commands.report.ReportWriter;
import dev.holdfast.commands.report.ReportWriters;
import dev.holdfast.commands.report.TrendHistory;
import dev.holdfast.commands.report.Visible;
import dev.holdfast.core.check.Progress;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Where a report goes: stdout in one format, and files in others. */
final class Outputs {
    private static final int MOST_LINKS = 40;

    private final CommonOptions options;
    private final Surroundings surroundings;

    private Outputs(CommonOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    /**
     * Looks before the run whether every report can be written, so that a slip in a file name does
     * not cost a long run.
     *
     * @throws UserProblem when a report's folder is not there, or two reports go to one file
     */
    static Outputs prepare(CommonOptions options, Surroundings surroundings) throws IOException {
        Set<Path> files = new HashSet<>();
        for (ReportTarget target : options.reports()) {
            Path file = surroundings.directory().resolve(target.file()).normalize();
            Path folder = file.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new UserProblem(
                        "--report: there is no folder for " + target.file(),
                        "make the folder first");
            }
            if (Files.isDirectory(file)) {
                throw new UserProblem("--report: " + target.file() + " is a folder", "name a file");
            }
            if (isStdout(file)) {
                throw new UserProblem(
                        "--report: " + target.file() + " is stdout, which carries one document",
                        "--format says which");
            }
            if (!files.add(real(file))) {
                throw new UserProblem(
                        "--report: two reports go to " + target.file(), "name two files");
            }
        }
        return new Outputs(options, surroundings);
    }

    /** Two names may lead to one file, through links to it, also before it is there. */
    private static Path real(Path file) throws IOException {
        Path each = file;
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(each) && !Files.exists(each); i++) {
            each = each.resolveSibling(Files.readSymbolicLink(each)).normalize();
        }
        Path folder = each.getParent();
        return Files.exists(each) || folder == null || !Files.isDirectory(folder)
                ? each.toRealPath()
                : folder.toRealPath().resolve(each.getFileName());
    }

    private static boolean isStdout(Path file) throws IOException {
        return isSame(file, Path.of("/dev/stdout")) && !isSame(file, Path.of("/dev/null"));
    }

    private static boolean isSame(Path file, Path other) throws IOException {
        return Files.exists(file) && Files.exists(other) && Files.isSameFile(file, other);
    }

    /** The result first: it must not be lost with a report that cannot be written. */
    void write(Report report) throws IOException {
        boolean colour = surroundings.terminal().colour() && !options.noColor();
        OutputStream out = surroundings.terminal().out();
        ReportWriters.of(
                        options.format(), ReportOptions.plain().onTerminal(colour, options.quiet()))
                .write(report, out);
        out.flush();
        for (ReportTarget target : options.reports()) {
            Path file = surroundings.directory().resolve(target.file());
            ReportWriter writer =
                    ReportWriters.of(
                            target.format(),
                            ReportOptions.plain().withHistory(TrendHistory.readFrom(file)));
            WholeFile.write(file, stream -> writer.write(report, stream));
            say(target);
        }
    }

    /** Only to a person who watches: in a pipe and in CI stderr is for problems. */
    private void say(ReportTarget target) {
        if (!surroundings.terminal().progress().equals(Progress.NONE) && !options.quiet()) {
            surroundings
                    .terminal()
                    .err()
                    .println(
                            target.format().word()
                                    + " report: "
                                    + Visible.line(target.file().toString()));
        }
    }
}
