package dev.holdfast.secrets.archive.zstd;

import java.util.EnumMap;
import java.util.Map;

/** The sequences of a block: literals to copy, then a match (RFC 8878, section 3.1.1.3.2). */
final class Sequences {
    private final Map<CodeKind, StateTable> tables = new EnumMap<>(CodeKind.class);
    private int offset1 = 1;
    private int offset2 = 4;
    private int offset3 = 8;

    /** Carries out the section that begins at {@code from}. */
    void execute(byte[] block, int from, int to, Literals literals, Window window)
            throws ZstdException {
        int at = from;
        int count = unsigned(block, at++, to);
        if (count >= 128 && count < 255) {
            count = ((count - 128) << 8) + unsigned(block, at++, to);
        } else if (count == 255) {
            count = unsigned(block, at, to) + (unsigned(block, at + 1, to) << 8) + 0x7F00;
            at += 2;
        }
        int used = 0;
        if (count > 0) {
            used = matches(block, at, to, count, literals, window);
        } else if (at != to) {
            throw ZstdException.broken();
        }
        window.append(literals.bytes(), used, literals.size() - used);
    }

    private int matches(byte[] block, int from, int to, int count, Literals literals, Window window)
            throws ZstdException {
        int modes = unsigned(block, from, to);
        if ((modes & 3) != 0) {
            throw ZstdException.broken();
        }
        int at = table(CodeKind.LITERAL_LENGTH, modes >> 6, block, from + 1, to);
        at = table(CodeKind.OFFSET, modes >> 4 & 3, block, at, to);
        at = table(CodeKind.MATCH_LENGTH, modes >> 2 & 3, block, at, to);
        StateTable literalTable = known(CodeKind.LITERAL_LENGTH);
        StateTable offsetTable = known(CodeKind.OFFSET);
        StateTable matchTable = known(CodeKind.MATCH_LENGTH);
        BackwardBits in = new BackwardBits(block, at, to);
        int literalState = literalTable.start(in);
        int offsetState = offsetTable.start(in);
        int matchState = matchTable.start(in);
        int used = 0;
        for (int left = count; left > 0; left--) {
            int offsetCode = offsetTable.symbol(offsetState);
            // At most 31 bits: what lies farther back than that is in no window of ours.
            long value = (1L << offsetCode) + (in.read(offsetCode) & 0xFFFFFFFFL);
            int match = CodeKind.matchLength(matchTable.symbol(matchState), in);
            int length = CodeKind.literalLength(literalTable.symbol(literalState), in);
            int distance = distance(value, length == 0);
            if (length > literals.size() - used || in.left() < 0) {
                throw ZstdException.broken();
            }
            window.append(literals.bytes(), used, length);
            window.repeat(distance, match);
            used += length;
            if (left > 1) {
                literalState = literalTable.next(literalState, in);
                matchState = matchTable.next(matchState, in);
                offsetState = offsetTable.next(offsetState, in);
            }
        }
        if (in.left() != 0) {
            throw ZstdException.broken();
        }
        return used;
    }

    // Three offsets are remembered (section 3.1.1.5).
    private int distance(long value, boolean noLiterals) throws ZstdException {
        int remembered = (int) Math.min(value - 1 + (noLiterals ? 1 : 0), 4);
        long distance;
        if (value > 3) {
            distance = value - 3;
            remembered = 3;
        } else {
            distance =
                    switch (remembered) {
                        case 0 -> offset1;
                        case 1 -> offset2;
                        case 2 -> offset3;
                        default -> offset1 - 1L;
                    };
        }
        if (distance <= 0 || distance > Integer.MAX_VALUE) {
            throw ZstdException.broken();
        }
        if (remembered > 0) {
            offset3 = remembered > 1 ? offset2 : offset3;
            offset2 = offset1;
            offset1 = (int) distance;
        }
        return (int) distance;
    }

    private int table(CodeKind kind, int mode, byte[] block, int from, int to)
            throws ZstdException {
        switch (mode) {
            case 0 -> tables.put(kind, kind.defaultTable());
            case 1 -> {
                int symbol = unsigned(block, from, to);
                if (symbol > kind.highestSymbol()) {
                    throw ZstdException.broken();
                }
                tables.put(kind, StateTable.of(symbol));
                return from + 1;
            }
            case 2 -> {
                ForwardBits in = new ForwardBits(block, from, to);
                tables.put(kind, StateTable.read(in, kind.highestAccuracy(), kind.highestSymbol()));
                return in.nextByte();
            }
            default -> known(kind);
        }
        return from;
    }

    private StateTable known(CodeKind kind) throws ZstdException {
        StateTable table = tables.get(kind);
        if (table == null) {
            throw ZstdException.broken();
        }
        return table;
    }

    private static int unsigned(byte[] bytes, int at, int to) throws ZstdException {
        if (at >= to) {
            throw ZstdException.broken();
        }
        return bytes[at] & 0xFF;
    }
}
