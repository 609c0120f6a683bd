package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.problem.UserProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The output of a command that answers and does not judge: text or JSON on stdout. */
public final class Answer {

    private Answer() {}

    /**
     * Prints the answer.
     *
     * @param json the answer as maps, lists, strings, numbers and booleans
     * @throws UserProblem when a format or a report is asked for that such an answer has not
     */
    public static void print(
            String text, Object json, CommonOptions options, Surroundings surroundings) {
        check(options);
        surroundings
                .terminal()
                .out()
                .print(options.format() == ReportFormat.JSON ? JsonText.of(json) : text);
    }

    /** Refuses a format or a report that an answer has not, before any work is done. */
    public static void check(CommonOptions options) {
        check(options, List.of(ReportFormat.TEXT, ReportFormat.JSON));
    }

    /** The same of a command that answers in other formats, too. */
    public static void check(CommonOptions options, List<ReportFormat> formats) {
        if (!formats.contains(options.format())) {
            throw new UserProblem(
                    "this command looks at nothing, so it has no "
                            + options.format().word()
                            + " report",
                    formats.stream()
                                    .map(each -> "--format " + each.word())
                                    .collect(Collectors.joining(" and "))
                            + " work here");
        }
        if (!options.reports().isEmpty()) {
            throw new UserProblem(
                    "this command looks at nothing, so it has no report to write",
                    "--report works with the commands that look at something, such as check");
        }
    }
}
