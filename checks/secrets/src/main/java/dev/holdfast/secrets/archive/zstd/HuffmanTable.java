package dev.holdfast.secrets.archive.zstd;

/** A decoding table of Huffman codes (RFC 8878, section 4.2). */
final class HuffmanTable {
    private static final int LONGEST_CODE = 11;
    private static final int HIGHEST_ACCURACY = 6;
    private static final int MOST_WEIGHTS = 255;

    private final int longest;
    private final byte[] symbols;
    private final byte[] lengths;

    private HuffmanTable(int longest) {
        this.longest = longest;
        this.symbols = new byte[1 << longest];
        this.lengths = new byte[1 << longest];
    }

    /** A table, and the first byte behind its description. */
    record Read(HuffmanTable table, int next) {}

    static Read read(byte[] bytes, int from, int to) throws ZstdException {
        if (from >= to) {
            throw ZstdException.broken();
        }
        int head = bytes[from] & 0xFF;
        int start = from + 1;
        int[] weights = new int[MOST_WEIGHTS + 1];
        if (head >= 128) {
            int count = head - 127;
            int end = start + (count + 1) / 2;
            if (end > to) {
                throw ZstdException.broken();
            }
            for (int i = 0; i < count; i++) {
                int pair = bytes[start + i / 2] & 0xFF;
                weights[i] = i % 2 == 0 ? pair >> 4 : pair & 15;
            }
            return new Read(of(weights, count), end);
        }
        int end = start + head;
        if (end > to) {
            throw ZstdException.broken();
        }
        return new Read(of(weights, unpackWeights(bytes, start, end, weights)), end);
    }

    // Two states take turns until the bits run out (section 4.2.1.2).
    private static int unpackWeights(byte[] bytes, int from, int to, int[] weights)
            throws ZstdException {
        ForwardBits description = new ForwardBits(bytes, from, to);
        StateTable table = StateTable.read(description, HIGHEST_ACCURACY, LONGEST_CODE + 1);
        BackwardBits in = new BackwardBits(bytes, description.nextByte(), to);
        int state = table.start(in);
        int other = table.start(in);
        int count = 0;
        while (true) {
            if (count + 2 > MOST_WEIGHTS) {
                throw ZstdException.broken();
            }
            weights[count++] = table.symbol(state);
            state = table.next(state, in);
            if (in.left() < 0) {
                weights[count++] = table.symbol(other);
                return count;
            }
            int swap = state;
            state = other;
            other = swap;
        }
    }

    private static HuffmanTable of(int[] weights, int count) throws ZstdException {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > LONGEST_CODE) {
                throw ZstdException.broken();
            }
            sum += weights[i] == 0 ? 0 : 1 << (weights[i] - 1);
        }
        int longest = 32 - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << longest) - sum;
        if (sum == 0 || longest > LONGEST_CODE || Integer.bitCount(rest) != 1) {
            throw ZstdException.broken();
        }
        // The last weight is what is missing to a power of two.
        weights[count] = 32 - Integer.numberOfLeadingZeros(rest);
        HuffmanTable table = new HuffmanTable(longest);
        int at = 0;
        for (int weight = 1; weight <= longest; weight++) {
            for (int symbol = 0; symbol <= count; symbol++) {
                if (weights[symbol] == weight) {
                    int end = at + (1 << (weight - 1));
                    java.util.Arrays.fill(table.symbols, at, end, (byte) symbol);
                    java.util.Arrays.fill(table.lengths, at, end, (byte) (longest + 1 - weight));
                    at = end;
                }
            }
        }
        return table;
    }

    /** Unpacks one stream, which must give exactly so many bytes. */
    void unpack(byte[] bytes, int from, int to, byte[] out, int at, int count)
            throws ZstdException {
        BackwardBits in = new BackwardBits(bytes, from, to);
        for (int i = at; i < at + count; i++) {
            int code = in.peek(longest);
            in.skip(lengths[code]);
            out[i] = symbols[code];
        }
        if (in.left() != 0) {
            throw ZstdException.broken();
        }
    }
}
