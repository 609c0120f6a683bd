package dev.holdfast.secrets.archive;

/** How something is packed. The first bytes tell, never a name. */
enum Format {
    NONE("", false),
    /** APPNOTE.TXT: jar, docx, apk, nupkg and many more. */
    ZIP("zip", true),
    /** POSIX.1 ustar and pax, GNU, and the form before them. */
    TAR("tar", true),
    /** RFC 1952. */
    GZIP("gz", true),
    /** RFC 8878. */
    ZSTD("zst", true),
    SEVEN_ZIP("7z", false),
    RAR("rar", false),
    XZ("xz", false),
    BZIP2("bzip2", false),
    CAB("cab", false),
    LZ4("lz4", false),
    LZIP("lzip", false),
    COMPRESS("compress (.Z)", false),
    CRX("a browser's extension (crx)", false);

    /** So many first bytes tell: the header of a tar's entry. */
    static final int HEAD = 512;

    private static final int CHECK_SUM = 148;
    private static final int CHECK_SUM_END = 156;

    private final String word;
    private final boolean opened;

    Format(String word, boolean opened) {
        this.word = word;
        this.opened = opened;
    }

    String word() {
        return word;
    }

    boolean opened() {
        return opened;
    }

    static Format of(byte[] head, int length) {
        Head first = new Head(head, Math.min(length, head.length));
        if (first.is('P', 'K', 3, 4) || first.is('P', 'K', 5, 6) || first.is('P', 'K', 7, 8)) {
            return ZIP;
        } else if (first.is(0x1F, 0x8B, 8)) {
            return GZIP;
        } else if (first.is(0x28, 0xB5, 0x2F, 0xFD) || first.isSkippableFrame()) {
            return ZSTD;
        } else if (first.is('7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return SEVEN_ZIP;
        } else if (first.is('R', 'a', 'r', '!', 0x1A, 7)) {
            return RAR;
        } else if (first.is(0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        } else if (first.is('B', 'Z', 'h') && first.isBzip2Block()) {
            return BZIP2;
        } else if (first.is('M', 'S', 'C', 'F', 0, 0, 0, 0)) {
            return CAB;
        } else if (first.is(0x04, 0x22, 0x4D, 0x18)) {
            return LZ4;
        } else if (first.is('L', 'Z', 'I', 'P', 1)) {
            return LZIP;
        } else if (first.is(0x1F, 0x9D)) {
            return COMPRESS;
        } else if (first.is('C', 'r', '2', '4')) {
            return CRX;
        }
        return first.isTarHeader() ? TAR : NONE;
    }

    private static final class Head {
        private final byte[] bytes;
        private final int length;

        Head(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        boolean is(int... mark) {
            return at(0, mark);
        }

        private boolean at(int from, int... mark) {
            if (length < from + mark.length) {
                return false;
            }
            for (int i = 0; i < mark.length; i++) {
                if ((bytes[from + i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }

        boolean isSkippableFrame() {
            return at(1, 0x2A, 0x4D, 0x18) && (bytes[0] & 0xF0) == 0x50;
        }

        // Behind the level stand the digits of pi, or of its root when nothing is in it.
        boolean isBzip2Block() {
            return at(4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
                    || at(4, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90);
        }

        // The check sum in octal digits is in all forms of tar, "ustar" is not. Old programs
        // summed signed bytes.
        boolean isTarHeader() {
            if (length < HEAD) {
                return false;
            }
            long told = 0;
            int digits = 0;
            int at = CHECK_SUM;
            while (at < CHECK_SUM_END && bytes[at] == ' ') {
                at++;
            }
            for (; at < CHECK_SUM_END && bytes[at] >= '0' && bytes[at] <= '7'; at++) {
                told = told * 8 + bytes[at] - '0';
                digits++;
            }
            if (digits == 0 || (at < CHECK_SUM_END && bytes[at] != 0 && bytes[at] != ' ')) {
                return false;
            }
            long unsigned = 0;
            long signed = 0;
            for (int i = 0; i < HEAD; i++) {
                boolean own = i >= CHECK_SUM && i < CHECK_SUM_END;
                unsigned += own ? ' ' : bytes[i] & 0xFF;
                signed += own ? ' ' : bytes[i];
            }
            return told == unsigned || told == signed;
        }
    }
}
