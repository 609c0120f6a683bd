package dev.holdfast.secrets.archive;

import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Which entries of a zip can be unpacked (APPNOTE.TXT, section 4.4.5). */
final class ZipMethod {
    static final int DEFLATED = 8;
    static final int ZSTD = 93;
    static final int ZSTD_BEFORE = 20;

    private ZipMethod() {}

    /** A folder has no content; deflated, that is two bytes. */
    static boolean isFolder(ZipArchiveEntry entry) {
        return entry.isDirectory() && entry.getSize() == 0 && entry.getCompressedSize() <= 2;
    }

    /** Refuses what is encrypted or packed in a way that no reader here knows. */
    static void check(ZipArchiveEntry entry, boolean zstd) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new NotOpened("is encrypted");
        }
        boolean known =
                switch (entry.getMethod()) {
                    // stored, shrunk, imploded, deflated, deflated with 64 KiB, bzip2
                    case 0, 1, 6, DEFLATED, 9, 12 -> true;
                    case ZSTD, ZSTD_BEFORE -> zstd;
                    default -> false;
                };
        if (!known) {
            throw new NotOpened(
                    "is packed by method " + entry.getMethod() + ", which is not opened");
        }
    }
}
