package dev.holdfast.core.result;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file. The path has '/' and is relative to the repository root; lines and columns are
 * 1-based, columns count UTF-16 units, {@code endColumn} is exclusive.
 *
 * @param origin the place in the original source, when a source map names one
 */
public record Location(
        String path, int line, int column, int endLine, int endColumn, @Nullable Origin origin)
        implements Comparable<Location> {

    private static final Comparator<Location> ORDER =
            Comparator.comparing(Location::path)
                    .thenComparingInt(Location::line)
                    .thenComparingInt(Location::column)
                    .thenComparingInt(Location::endLine)
                    .thenComparingInt(Location::endColumn);

    public Location {
        if (line < 1 || column < 1 || endLine < line || endColumn < 1) {
            throw new IllegalArgumentException(
                    "location is 1-based and forward: %d:%d-%d:%d"
                            .formatted(line, column, endLine, endColumn));
        }
    }

    /** The file as a whole: its first character. */
    public static Location ofFile(String path) {
        return new Location(path, 1, 1, 1, 1, null);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }
}
