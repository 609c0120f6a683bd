package dev.holdfast.commands.options;

import dev.holdfast.commands.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes, with the same meaning in each. */
public final class CommonOptions {

    @Option(
            names = "--format",
            paramLabel = "FMT",
            converter = FormatConverter.class,
            description = "what stdout carries: text, json, sarif, junit, markdown, html")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--report",
            paramLabel = "FMT=FILE",
            converter = TargetConverter.class,
            description = "also write a report to a file; may be given several times")
    private List<ReportTarget> reports = new ArrayList<>();

    @Option(names = "--quiet", description = "say only what must be known")
    private boolean quiet;

    @Option(names = "--no-color", description = "no colour, even on a terminal")
    private boolean noColor;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = ThreadsConverter.class,
            description = "how many threads may work at once (default: one a processor)")
    private @Nullable Integer threads;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "the policy file (default: holdfast.yaml, else built in)")
    private @Nullable Path policy;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "the policy's environment whose gate decides")
    private @Nullable String environment;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this page")
    private boolean help;

    /** Whether only the help page is asked for. */
    public boolean help() {
        return help;
    }

    /** What stdout carries. */
    public ReportFormat format() {
        return format;
    }

    /** The further reports of the same run. */
    public List<ReportTarget> reports() {
        return List.copyOf(reports);
    }

    /** Whether only what blocks is said. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether colour is forbidden. */
    public boolean noColor() {
        return noColor;
    }

    /** How many threads may work at once. */
    public int threads(int processors) {
        return threads == null ? processors : threads;
    }

    /** The policy file that was named. */
    public Optional<Path> policy() {
        return Optional.ofNullable(policy);
    }

    /** The same options with a policy file. */
    public CommonOptions withPolicy(Path file) {
        CommonOptions copy = copy();
        copy.policy = file;
        return copy;
    }

    /** The same options with one more report. */
    public CommonOptions withReport(ReportTarget target) {
        CommonOptions copy = copy();
        copy.reports = new ArrayList<>(reports);
        copy.reports.add(target);
        return copy;
    }

    private CommonOptions copy() {
        CommonOptions copy = new CommonOptions();
        copy.format = format;
        copy.reports = reports;
        copy.quiet = quiet;
        copy.noColor = noColor;
        copy.threads = threads;
        copy.policy = policy;
        copy.environment = environment;
        return copy;
    }

    /** The environment whose gate decides. */
    public Optional<String> environment() {
        return Optional.ofNullable(environment);
    }
}
