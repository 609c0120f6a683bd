package dev.holdfast.commands.options;

import dev.holdfast.commands.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options that every command takes, with the same meaning in each. */
public final class CommonOptions implements Syntax.Part {

    private ReportFormat format = ReportFormat.TEXT;
    private List<ReportTarget> reports = List.of();
    private boolean quiet;
    private boolean noColor;
    private @Nullable Integer threads;
    private @Nullable Path policy;
    private @Nullable String environment;
    private boolean help;

    @Override
    public void addTo(Syntax syntax) {
        syntax.option(
                        "--format=FMT",
                        "what stdout carries: text, json, jsonl, sarif, junit, markdown, html",
                        new FormatConverter(),
                        ReportFormat.class,
                        given -> format = given)
                .options(
                        "--report=FMT=FILE",
                        "also write a report to a file; may be given several times",
                        new TargetConverter(),
                        ReportTarget.class,
                        given -> reports = given)
                .flag("--quiet", "say only what must be known", () -> quiet = true)
                .flag("--no-color", "no colour, even on a terminal", () -> noColor = true)
                .option(
                        "--threads=N",
                        "how many threads may work at once (default: one a processor)",
                        new ThreadsConverter(),
                        Integer.class,
                        given -> threads = given)
                .option(
                        "--policy=FILE",
                        "the policy file (default: holdfast.yaml, else built in)",
                        Path.class,
                        given -> policy = given)
                .option(
                        "--environment=NAME",
                        "the policy's environment whose gate decides",
                        String.class,
                        given -> environment = given)
                .help("show this page", () -> help = true);
    }

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
