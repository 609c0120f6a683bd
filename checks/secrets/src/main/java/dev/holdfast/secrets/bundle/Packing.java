package dev.holdfast.secrets.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * How the content of a file is packed. The first bytes tell, for servers send packed files under
 * any name; Brotli has no mark (RFC 7932), so there the name does.
 */
enum Packing {
    /** Not at all. */
    NONE,
    /** RFC 1952. */
    GZIP,
    /** RFC 7932. */
    BROTLI,
    /** In a way that this scan does not open. */
    CLOSED;

    private static final int LONGEST_MARK = 10;
    private static final Set<String> CLOSED_NAMES =
            Set.of("zst", "zip", "7z", "tgz", "tar", "xz", "bz2", "jar", "rar");
    private static final byte[] GZIP_MARK = bytes(0x1F, 0x8B, 8);
    private static final List<byte[]> CLOSED_MARKS =
            List.of(
                    // zip, with all that is one: jar, docx, xlsx, epub, apk, nupkg
                    bytes('P', 'K', 3, 4),
                    bytes('P', 'K', 5, 6),
                    bytes('P', 'K', 7, 8),
                    // a browser's extension: a zip behind a signature
                    bytes('C', 'r', '2', '4'),
                    // 7z, rar, cab
                    bytes('7', 'z', 0xBC, 0xAF, 0x27, 0x1C),
                    bytes('R', 'a', 'r', '!', 0x1A, 7),
                    bytes('M', 'S', 'C', 'F', 0, 0, 0, 0),
                    // Zstandard (RFC 8878), xz, bzip2, lz4, lzip, compress
                    bytes(0x28, 0xB5, 0x2F, 0xFD),
                    bytes(0xFD, '7', 'z', 'X', 'Z', 0),
                    bytes(0x04, 0x22, 0x4D, 0x18),
                    bytes('L', 'Z', 'I', 'P', 1),
                    bytes(0x1F, 0x9D),
                    bytes(0x1F, 0xA0));
    // Behind its level, the digits of pi.
    private static final byte[] BZIP2_BLOCK = bytes(0x31, 0x41, 0x59, 0x26, 0x53, 0x59);

    /** How a file is packed. */
    static Packing of(BundleFile file) throws IOException {
        if (CLOSED_NAMES.contains(file.outerExtension())) {
            return CLOSED;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file.path())) {
            head = in.readNBytes(LONGEST_MARK);
        }
        Packing told = of(head);
        if (told != NONE) {
            return told;
        }
        return switch (file.outerExtension()) {
            case "gz" -> GZIP;
            case "br" -> BROTLI;
            default -> NONE;
        };
    }

    /** What the first bytes tell. */
    static Packing of(byte[] head) {
        if (startsWith(head, 0, GZIP_MARK)) {
            return GZIP;
        }
        boolean bzip2 =
                startsWith(head, 0, bytes('B', 'Z', 'h')) && startsWith(head, 4, BZIP2_BLOCK);
        boolean closed = bzip2 || CLOSED_MARKS.stream().anyMatch(mark -> startsWith(head, 0, mark));
        return closed ? CLOSED : NONE;
    }

    private static boolean startsWith(byte[] head, int at, byte[] mark) {
        if (head.length < at + mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (head[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
