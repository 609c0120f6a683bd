package dev.holdfast.git.pack;

/**
 * Applies a delta to its base (gitformat-pack(5), "Deltified representation"), and takes note of
 * where the result has text that the base has not.
 */
final class Delta {
    private final byte[] delta;
    private final int length;
    private final long baseSize;
    private final long resultSize;
    private int at;

    /**
     * A delta.
     *
     * @param length how many of the bytes count
     * @throws BrokenObjects when it has no header
     */
    Delta(byte[] delta, int length) throws BrokenObjects {
        this.delta = delta;
        this.length = length;
        this.baseSize = size();
        this.resultSize = size();
    }

    /** Where text of the result is new: the places of inserts, and the seams between copies. */
    @FunctionalInterface
    interface Changes {
        /** Changes of no interest. */
        Changes NONE = (start, end) -> {};

        /** The result is new at {@code [start, end)}; empty at a seam. */
        void at(int start, int end);
    }

    /** How many bytes the base has. */
    long baseSize() {
        return baseSize;
    }

    /** How many bytes the result has. */
    long resultSize() {
        return resultSize;
    }

    /**
     * Makes the result.
     *
     * @param result has room for {@link #resultSize()} bytes and {@link Inflation#SPARE} zeros
     * @throws BrokenObjects when the delta does not fit the base
     */
    void apply(byte[] base, int baseLength, byte[] result, Changes changes) throws BrokenObjects {
        if (baseSize != baseLength) {
            throw new BrokenObjects("a delta is for a base of another length");
        }
        int filled = 0;
        int next = at;
        while (next < length) {
            int operation = delta[next++] & 0xFF;
            if ((operation & 0x80) != 0) {
                // As many bytes follow as the other seven bits are ones.
                if (Integer.bitCount(operation & 0x7F) > length - next) {
                    throw new BrokenObjects("a delta ends inside an operation");
                }
                int offset = 0;
                if ((operation & 0x01) != 0) {
                    offset = delta[next++] & 0xFF;
                }
                if ((operation & 0x02) != 0) {
                    offset |= (delta[next++] & 0xFF) << 8;
                }
                if ((operation & 0x04) != 0) {
                    offset |= (delta[next++] & 0xFF) << 16;
                }
                if ((operation & 0x08) != 0) {
                    offset |= (delta[next++] & 0xFF) << 24;
                }
                int count = 0;
                if ((operation & 0x10) != 0) {
                    count = delta[next++] & 0xFF;
                }
                if ((operation & 0x20) != 0) {
                    count |= (delta[next++] & 0xFF) << 8;
                }
                if ((operation & 0x40) != 0) {
                    count |= (delta[next++] & 0xFF) << 16;
                }
                count = count == 0 ? 0x10000 : count;
                if (offset < 0 || offset > baseLength - count || filled > resultSize - count) {
                    throw new BrokenObjects("a delta copies from outside of its base");
                }
                System.arraycopy(base, offset, result, filled, count);
                if (filled > 0 || offset > 0) {
                    changes.at(filled, filled);
                }
                filled += count;
                if (filled == resultSize && offset + count < baseLength) {
                    changes.at(filled, filled);
                }
            } else {
                if (operation == 0) {
                    throw new BrokenObjects("a delta has an operation that git reserves");
                }
                if (filled > resultSize - operation || operation > length - next) {
                    throw new BrokenObjects("a delta inserts past its end");
                }
                System.arraycopy(delta, next, result, filled, operation);
                changes.at(filled, filled + operation);
                filled += operation;
                next += operation;
            }
        }
        if (filled != resultSize) {
            throw new BrokenObjects("a delta makes less than it says");
        }
        Inflation.endWithZeros(result, filled);
    }

    private long size() throws BrokenObjects {
        long value = 0;
        int shift = 0;
        while (true) {
            if (at >= length || shift > 56) {
                throw new BrokenObjects("a delta ends inside its header");
            }
            int each = delta[at++] & 0xFF;
            value |= (each & 0x7FL) << shift;
            if ((each & 0x80) == 0) {
                return value;
            }
            shift += 7;
        }
    }
}
