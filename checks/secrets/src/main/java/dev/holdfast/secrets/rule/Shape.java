package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Span;
import java.util.List;
import java.util.stream.Collectors;

/** What follows a token's prefix: runs of bytes, each of one class, with literals between them. */
final class Shape {
    /** Where no shape is. */
    static final int NONE = -1;

    private final List<Piece> pieces;

    private Shape(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static Shape of(List<Piece> pieces) {
        return new Shape(pieces);
    }

    static Shape of(Bytes bytes, int length) {
        return new Shape(List.of(new Piece("", ByteSet.of(bytes), length, length, false)));
    }

    /**
     * The end of the shape that begins at that offset, or {@link #NONE}. A body may stop before a
     * hyphen or an underscore that its class knows, never before a letter or digit.
     */
    int end(byte[] bytes, int length, int start) {
        int at = start;
        for (Piece piece : pieces) {
            int next = next(bytes, length, at, piece);
            if (next == NONE) {
                return NONE;
            }
            at = next;
        }
        return Boundary.after(bytes, length, at) ? at : NONE;
    }

    /** The longest run of the shape that begins at that offset: the one that carries the secret. */
    Span longest(byte[] bytes, int length, int start) {
        Span longest = new Span(start, start);
        int at = start;
        for (Piece piece : pieces) {
            int next = next(bytes, length, at, piece);
            Span body = new Span(Math.min(at + piece.literal().length(), next), next);
            longest = body.end() - body.start() > longest.end() - longest.start() ? body : longest;
            at = next;
        }
        return longest;
    }

    private static int next(byte[] bytes, int length, int at, Piece piece) {
        int next = end(bytes, length, at, piece);
        if (!piece.optional()) {
            return next;
        }
        return next != NONE && Boundary.after(bytes, length, next) ? next : at;
    }

    private static int end(byte[] bytes, int length, int start, Piece piece) {
        if (!Literal.at(bytes, length, start, piece.literal())) {
            return NONE;
        }
        int body = start + piece.literal().length();
        int end = body;
        while (end < length && end - body < piece.most() && piece.bytes().has(bytes[end])) {
            end++;
        }
        // A sentence may end behind a token, and a dotted class would swallow its full stop.
        while (piece.bytes().has((byte) '.')
                && end > body
                && (bytes[end - 1] == '.' || bytes[end - 1] == '-')) {
            end--;
        }
        return end - body < piece.least() ? NONE : end;
    }

    /** The fewest bytes that it may have. */
    int least() {
        return pieces.stream()
                .filter(piece -> !piece.optional())
                .mapToInt(piece -> piece.literal().length() + piece.least())
                .sum();
    }

    /** The most bytes that it may have. */
    int most() {
        int most = 0;
        for (Piece piece : pieces) {
            most += piece.literal().length() + piece.most();
        }
        return most;
    }

    /** As a regular expression has it. */
    @Override
    public String toString() {
        return pieces.stream().map(Piece::described).collect(Collectors.joining());
    }
}
