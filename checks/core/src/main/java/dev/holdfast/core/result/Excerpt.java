package dev.holdfast.core.result;

import java.util.List;

/**
 * A few lines around a place, for reports that show code. The lines are already redacted by the
 * check that made them: no secret value may ever be in an excerpt.
 *
 * @param firstLine the 1-based number of the first line shown
 * @param column the 1-based UTF-16 column at which the first character shown stands (long lines are
 *     cut)
 * @param lines the text, without line ends
 */
public record Excerpt(int firstLine, int column, List<String> lines) {

    public Excerpt {
        lines = List.copyOf(lines);
    }
}
