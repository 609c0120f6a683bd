package dev.holdfast.secrets.archive.zstd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The literals of a block (RFC 8878, section 3.1.1.3.1). The last table serves later blocks. */
final class Literals {
    private final byte[] bytes;
    private int size;
    private @Nullable HuffmanTable table;

    /** Literals go into the given array, which frames may share one after the other. */
    Literals(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Reads the section and returns the first byte behind it. */
    int read(byte[] block, int to) throws ZstdException {
        if (to < 2) {
            throw ZstdException.broken();
        }
        int kind = block[0] & 3;
        int format = block[0] >> 2 & 3;
        return kind < 2 ? plain(block, to, kind, format) : packed(block, to, kind, format);
    }

    private int plain(byte[] block, int to, int kind, int format) throws ZstdException {
        int header = (format & 1) == 0 ? 1 : format == 1 ? 2 : 3;
        size = (int) (little(block, 0, header, to) >> (header == 1 ? 3 : 4));
        int end = header + (kind == 0 ? size : 1);
        if (size > bytes.length || end > to) {
            throw ZstdException.broken();
        }
        if (kind == 0) {
            System.arraycopy(block, header, bytes, 0, size);
        } else {
            Arrays.fill(bytes, 0, size, block[header]);
        }
        return end;
    }

    private int packed(byte[] block, int to, int kind, int format) throws ZstdException {
        int header = format < 2 ? 3 : format + 2;
        int width = format < 2 ? 10 : format == 2 ? 14 : 18;
        long sizes = little(block, 0, header, to) >> 4;
        long mask = (1L << width) - 1;
        size = (int) (sizes & mask);
        int end = header + (int) (sizes >> width & mask);
        if (size > bytes.length || end > to) {
            throw ZstdException.broken();
        }
        int start = header;
        if (kind == 2) {
            HuffmanTable.Read read = HuffmanTable.read(block, start, end);
            table = read.table();
            start = read.next();
        }
        HuffmanTable codes = table;
        if (codes == null) {
            throw ZstdException.broken();
        }
        if (format == 0) {
            codes.unpack(block, start, end, bytes, 0, size);
        } else {
            fourStreams(codes, block, start, end);
        }
        return end;
    }

    private void fourStreams(HuffmanTable codes, byte[] block, int start, int end)
            throws ZstdException {
        int each = (size + 3) / 4;
        int at = start + 6;
        if (size < 6) {
            throw ZstdException.broken();
        }
        for (int stream = 0; stream < 4; stream++) {
            int next = stream == 3 ? end : at + (int) little(block, start + 2 * stream, 2, end);
            if (next > end) {
                throw ZstdException.broken();
            }
            int out = stream * each;
            codes.unpack(block, at, next, bytes, out, stream == 3 ? size - out : each);
            at = next;
        }
    }

    private static long little(byte[] bytes, int from, int count, int to) throws ZstdException {
        if (from + count > to) {
            throw ZstdException.broken();
        }
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes[from + i] & 0xFF);
        }
        return value;
    }
}
