package dev.holdfast.secrets.archive;

import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What stands before an entry's data in a zip (APPNOTE.TXT, section 4.3.7). */
record LocalHeader(
        long at, int flags, int method, long packed, long size, String name, long dataOffset) {
    static final int MARK = 0x04034B50;
    private static final int LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final long IN_EXTRA_FIELD = 0xFFFFFFFFL;

    static LocalHeader read(Spool spool, long at) {
        int nameLength = spool.number(at + 26, 2);
        byte[] name = new byte[nameLength];
        for (int i = 0; i < nameLength; i++) {
            name[i] = (byte) spool.number(at + LENGTH + i, 1);
        }
        return new LocalHeader(
                at,
                spool.number(at + 6, 2),
                spool.number(at + 8, 2),
                Integer.toUnsignedLong(spool.number(at + 18, 4)),
                Integer.toUnsignedLong(spool.number(at + 22, 4)),
                new String(name, StandardCharsets.ISO_8859_1),
                at + LENGTH + nameLength + spool.number(at + 28, 2));
    }

    boolean isStoredWithoutSize() {
        return method == 0 && (flags & SIZES_FOLLOW) != 0;
    }

    /** Whether a program that reads the directory sees another entry than one that reads this. */
    boolean differsFrom(ZipArchiveEntry entry) {
        boolean encrypted = (flags & ENCRYPTED) != 0;
        boolean sizesDiffer =
                (flags & SIZES_FOLLOW) == 0
                        && (differ(packed, entry.getCompressedSize())
                                || differ(size, entry.getSize()));
        return sizesDiffer
                || method != entry.getMethod()
                || encrypted != entry.getGeneralPurposeBit().usesEncryption()
                || !name.equals(new String(entry.getRawName(), StandardCharsets.ISO_8859_1));
    }

    private static boolean differ(long here, long there) {
        return here != IN_EXTRA_FIELD && here != there;
    }
}
