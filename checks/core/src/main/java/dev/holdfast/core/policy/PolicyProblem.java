package dev.holdfast.core.policy;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.YamlNode;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing wrong in a file that people write for Holdfast, at its place (1-based). */
public record PolicyProblem(String file, int line, int column, String message) {
    private static final int MOST_SHOWN = 20;
    private static final int LONGEST = 400;

    public PolicyProblem {
        // It quotes the file.
        message = OneLine.of(message, LONGEST);
    }

    /** A problem at the place of a node. */
    static PolicyProblem at(String file, YamlNode node, String message) {
        return new PolicyProblem(file, node.line(), node.column(), message);
    }

    private String text() {
        return file + ":" + line + ":" + column + ": " + message;
    }

    /**
     * All of them as one, in the order of the file; there is at least one.
     *
     * @param hint what to do next, or null
     */
    static UserProblem together(List<PolicyProblem> problems, @Nullable String hint) {
        // Two locks may hold the same key.
        Set<PolicyProblem> different = new LinkedHashSet<>(problems);
        String shown =
                different.stream()
                        .sorted(
                                Comparator.comparingInt(PolicyProblem::line)
                                        .thenComparingInt(PolicyProblem::column))
                        .limit(MOST_SHOWN)
                        .map(PolicyProblem::text)
                        .collect(Collectors.joining("\n"));
        int more = different.size() - MOST_SHOWN;
        boolean cut = problems.size() >= Validator.MOST_PROBLEMS;
        return new UserProblem(
                more > 0 ? shown + "\nand " + (cut ? "at least " : "") + more + " more" : shown,
                hint);
    }
}
