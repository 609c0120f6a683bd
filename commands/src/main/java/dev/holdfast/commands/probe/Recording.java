package dev.holdfast.commands.probe;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.commands.run.Inspection;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run over a file of recorded answers instead of a service. */
final class Recording {
    /** What is done with the file. */
    @FunctionalInterface
    interface Judging {
        /**
         * Judges every line.
         *
         * @param file as its user knows it
         * @param lines takes the answer to each line, for {@code --format jsonl}
         */
        List<Result> judge(BufferedReader in, String file, Writer lines) throws IOException;
    }

    private final Path named;
    private final CommonOptions options;
    private final Surroundings surroundings;

    Recording(Path named, CommonOptions options, Surroundings surroundings) {
        this.named = named;
        this.options = options;
        this.surroundings = surroundings;
    }

    /** Judges, writes, and says the exit code. */
    int run(String command, Workspace opened, List<CheckInfo> rules, Judging judging)
            throws IOException, InterruptedException {
        Path file = surroundings.directory().resolve(named);
        if (!Files.isRegularFile(file)) {
            throw new UserProblem(
                    "there is no file " + named, "name a file of JSON lines (docs/probes.md)");
        }
        Workspace workspace = opened.reporting(rules);
        StringWriter lines = new StringWriter();
        Check check =
                new RecordedCheck(
                        command.replace(' ', '.'),
                        rules,
                        () -> {
                            try (BufferedReader in =
                                    new BufferedReader(
                                            new LineLimit(
                                                    Files.newBufferedReader(file),
                                                    named.toString()))) {
                                return judging.judge(in, named.toString(), lines);
                            } catch (CharacterCodingException broken) {
                                throw new UserProblem(
                                        named + " is no UTF-8", "write JSON lines in UTF-8");
                            }
                        });
        Inspection inspection = new Inspection(workspace, options, surroundings);
        if (options.format() != ReportFormat.JSONL) {
            return inspection.run(command, List.of(check), List.of());
        }
        Findings findings = inspection.look(List.of(check));
        surroundings.terminal().out().print(lines);
        return inspection.judge(command, findings, List.of()).verdict().kind().exitCode();
    }
}
