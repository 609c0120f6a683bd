package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Boundary;
import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Span;
import java.util.ArrayList;
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
        return of(bytes, length, length);
    }

    static Shape of(Bytes bytes, int least, int most) {
        return new Shape(List.of(new Piece("", ByteSet.of(bytes), least, most, false)));
    }

    Shape then(String literal, Bytes bytes, int length) {
        return then(literal, bytes, length, length);
    }

    Shape then(String literal, Bytes bytes, int least, int most) {
        return with(new Piece(literal, ByteSet.of(bytes), least, most, false));
    }

    /** A run that may be left out. */
    Shape maybe(String literal, Bytes bytes, int least, int most) {
        return with(new Piece(literal, ByteSet.of(bytes), least, most, true));
    }

    /** A literal that ends it. */
    Shape then(String literal) {
        return with(Piece.literal(literal));
    }

    private Shape with(Piece piece) {
        List<Piece> longer = new ArrayList<>(pieces);
        longer.add(piece);
        return new Shape(longer);
    }

    /**
     * The end of the shape that begins at that offset, or {@link #NONE}. A body may stop before a
     * hyphen or an underscore that its class knows, never before a letter or digit.
     */
    int end(byte[] bytes, int length, int start) {
        int at = start;
        for (Piece run : pieces) {
            int next = next(bytes, length, at, run);
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
        for (Piece run : pieces) {
            int next = next(bytes, length, at, run);
            Span body = new Span(Math.min(at + run.literal().length(), next), next);
            longest = body.end() - body.start() > longest.end() - longest.start() ? body : longest;
            at = next;
        }
        return longest;
    }

    private static int next(byte[] bytes, int length, int at, Piece run) {
        int next = end(bytes, length, at, run);
        if (!run.optional()) {
            return next;
        }
        return next != NONE && Boundary.after(bytes, length, next) ? next : at;
    }

    private static int end(byte[] bytes, int length, int start, Piece run) {
        if (!Literal.at(bytes, length, start, run.literal())) {
            return NONE;
        }
        int body = start + run.literal().length();
        int end = body;
        while (end < length && end - body < run.most() && run.bytes().has(bytes[end])) {
            end++;
        }
        // A sentence may end behind a token, and a dotted class would swallow its full stop.
        while (run.bytes().has((byte) '.')
                && end > body
                && (bytes[end - 1] == '.' || bytes[end - 1] == '-')) {
            end--;
        }
        return end - body < run.least() ? NONE : end;
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
        return pieces.stream().mapToInt(run -> run.literal().length() + run.most()).sum();
    }

    /** As a regular expression has it. */
    @Override
    public String toString() {
        return pieces.stream().map(Piece::described).collect(Collectors.joining());
    }
}
