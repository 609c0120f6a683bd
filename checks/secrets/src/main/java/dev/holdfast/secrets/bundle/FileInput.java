package dev.holdfast.secrets.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Opens files so that what comes out is the bytes to look at: unpacked, and UTF-8. */
final class FileInput {

    private FileInput() {}

    /** The encoding that a byte order mark of two bytes tells, or null. */
    static @Nullable Charset wide(BundleFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] mark = in.readNBytes(2);
            if (mark.length == 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
            return mark.length == 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF
                    ? StandardCharsets.UTF_16BE
                    : null;
        }
    }

    static InputStream open(BundleFile file, @Nullable Charset wide) throws IOException {
        if (wide != null) {
            String text = new String(Files.readAllBytes(file.path()), wide);
            // Without its byte order mark, which stands in no column.
            return new ByteArrayInputStream(text.substring(1).getBytes(StandardCharsets.UTF_8));
        }
        InputStream in = Files.newInputStream(file.path());
        if (!file.isGzip()) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException notGzip) {
            in.close();
            throw notGzip;
        }
    }
}
