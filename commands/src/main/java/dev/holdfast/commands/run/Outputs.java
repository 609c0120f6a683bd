package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.options.ReportTarget;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.report.ReportOptions;
import dev.holdfast.commands.report.ReportWriter;
import dev.holdfast.commands.report.ReportWriters;
import dev.holdfast.commands.report.TrendHistory;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.report.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a report goes: stdout in one format, and files in others. */
final class Outputs {
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
    static Outputs prepare(CommonOptions options, Surroundings surroundings) {
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
            if (!files.add(file)) {
                throw new UserProblem(
                        "--report: two reports go to " + target.file(), "name two files");
            }
        }
        return new Outputs(options, surroundings);
    }

    void write(Report report) throws IOException {
        for (ReportTarget target : options.reports()) {
            writeFile(report, target.format(), surroundings.directory().resolve(target.file()));
        }
        boolean colour = surroundings.terminal().colour() && !options.noColor();
        OutputStream out = surroundings.terminal().out();
        ReportWriters.of(
                        options.format(), ReportOptions.plain().onTerminal(colour, options.quiet()))
                .write(report, out);
        out.flush();
    }

    /** Whole or not at all: a reader never sees half a report. */
    private static void writeFile(Report report, ReportFormat format, Path file)
            throws IOException {
        ReportWriter writer =
                ReportWriters.of(
                        format, ReportOptions.plain().withHistory(TrendHistory.readFrom(file)));
        // A device such as /dev/stderr, or a link, is written through, not replaced.
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writer.write(report, out);
            }
            return;
        }
        Path half = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            // An older half is a leaving of a run that was stopped; a link in its place is refused.
            Files.deleteIfExists(half);
            try (OutputStream out =
                    new BufferedOutputStream(
                            Files.newOutputStream(
                                    half,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE))) {
                writer.write(report, out);
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** The reports that were written to files, as the user named them. */
    List<Path> files() {
        return options.reports().stream().map(ReportTarget::file).toList();
    }
}
