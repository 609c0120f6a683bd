package dev.holdfast.secrets.sourcemap;

/** A place in generated text, line and column 0-based as maps count; columns in UTF-16 units. */
public record Position(int line, int column) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return line != other.line
                ? Integer.compare(line, other.line)
                : Integer.compare(column, other.column);
    }
}
