package dev.holdfast.core.policy;

import dev.holdfast.core.problem.UserProblem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One thing wrong in a file that people write for Holdfast, at its place (1-based). */
public record PolicyProblem(String file, int line, int column, String message) {
    private static final int MOST_SHOWN = 20;

    private String text() {
        return file + ":" + line + ":" + column + ": " + message;
    }

    /** All of them as one, in the order of the file; there is at least one. */
    static UserProblem together(List<PolicyProblem> problems) {
        String shown =
                problems.stream()
                        .sorted(
                                Comparator.comparingInt(PolicyProblem::line)
                                        .thenComparingInt(PolicyProblem::column))
                        .limit(MOST_SHOWN)
                        .map(PolicyProblem::text)
                        .collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_SHOWN;
        return new UserProblem(
                more > 0 ? shown + "\nand " + more + " more" : shown,
                "holdfast policy schema prints what the file may say");
    }
}
