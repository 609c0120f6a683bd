package dev.holdfast.secrets.archive.zstd;

/** A decoding table of finite state entropy (RFC 8878, section 4.1.1). */
final class StateTable {
    private static final int HIGHEST_ACCURACY = 9;

    private final int accuracy;
    private final short[] symbols;
    private final byte[] bits;
    private final short[] bases;

    private StateTable(int accuracy) {
        this.accuracy = accuracy;
        int size = 1 << accuracy;
        this.symbols = new short[size];
        this.bits = new byte[size];
        this.bases = new short[size];
    }

    /** The table that knows one symbol and reads no bits. */
    static StateTable of(int symbol) {
        StateTable table = new StateTable(0);
        table.symbols[0] = (short) symbol;
        return table;
    }

    /** The table of a distribution, in which -1 stands for "less than one". */
    static StateTable of(int accuracy, int... distribution) throws ZstdException {
        StateTable table = new StateTable(accuracy);
        int size = 1 << accuracy;
        int[] next = new int[distribution.length];
        int high = size;
        for (int symbol = 0; symbol < distribution.length; symbol++) {
            if (distribution[symbol] == -1) {
                table.symbols[--high] = (short) symbol;
                next[symbol] = 1;
            }
        }
        table.spread(distribution, next, high);
        for (int state = 0; state < size; state++) {
            int count = next[table.symbols[state]]++;
            int read = accuracy - (31 - Integer.numberOfLeadingZeros(count));
            table.bits[state] = (byte) read;
            table.bases[state] = (short) ((count << read) - size);
        }
        return table;
    }

    private void spread(int[] distribution, int[] next, int high) throws ZstdException {
        int size = 1 << accuracy;
        int step = (size >> 1) + (size >> 3) + 3;
        int at = 0;
        for (int symbol = 0; symbol < distribution.length; symbol++) {
            if (distribution[symbol] <= 0) {
                continue;
            }
            next[symbol] = distribution[symbol];
            for (int i = 0; i < distribution[symbol]; i++) {
                symbols[at] = (short) symbol;
                do {
                    at = (at + step) & (size - 1);
                } while (at >= high);
            }
        }
        if (at != 0) {
            throw ZstdException.broken();
        }
    }

    /** Reads the description of a table (section 4.1.1). */
    static StateTable read(ForwardBits in, int highestAccuracy, int highestSymbol)
            throws ZstdException {
        int accuracy = in.read(4) + 5;
        if (accuracy > Math.min(highestAccuracy, HIGHEST_ACCURACY)) {
            throw ZstdException.broken();
        }
        int[] distribution = new int[highestSymbol + 1];
        int remaining = 1 << accuracy;
        int symbol = 0;
        while (remaining > 0) {
            if (symbol > highestSymbol) {
                throw ZstdException.broken();
            }
            int probability = probability(in, remaining);
            remaining -= Math.abs(probability);
            distribution[symbol++] = probability;
            if (probability == 0) {
                int repeat;
                do {
                    repeat = in.read(2);
                    symbol += repeat;
                } while (repeat == 3);
            }
        }
        if (remaining < 0) {
            throw ZstdException.broken();
        }
        return of(accuracy, distribution);
    }

    private static int probability(ForwardBits in, int remaining) throws ZstdException {
        int count = 32 - Integer.numberOfLeadingZeros(remaining + 1);
        int value = in.read(count);
        int lower = (1 << (count - 1)) - 1;
        int threshold = (1 << count) - 1 - (remaining + 1);
        if ((value & lower) < threshold) {
            in.back();
            value &= lower;
        } else if (value > lower) {
            value -= threshold;
        }
        return value - 1;
    }

    int start(BackwardBits in) {
        return in.read(accuracy);
    }

    int symbol(int state) {
        return symbols[state];
    }

    int next(int state, BackwardBits in) {
        return bases[state] + in.read(bits[state]);
    }
}
