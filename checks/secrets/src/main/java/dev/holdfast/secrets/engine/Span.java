package dev.holdfast.secrets.engine;

/** A run of bytes at {@code [start, end)}. */
public record Span(int start, int end) {

    /** Whether the two have a byte in common. */
    public boolean overlaps(int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }
}
