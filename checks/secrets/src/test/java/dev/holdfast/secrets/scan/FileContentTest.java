package dev.holdfast.secrets.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.FingerprintKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A file that is made of findings ends, and what is not told of it is said. */
class FileContentTest {
    private static final TokenSearch SEARCH =
            TokenSearch.of(FingerprintKey.of("a key of the tests, long enough"), false);
    private static final String LINE = "apify" + "_api_" + "aB3dE5fG7hJ9kL2mN4pQ6rS8tU1vW3xY5zA7\n";

    private final FileContent content = new FileContent(SEARCH);

    private static byte[] lines(int count) {
        return LINE.repeat(count).getBytes(StandardCharsets.UTF_8);
    }

    private FileContent.Looked looked(byte[] bytes) throws IOException {
        return content.look(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void tellsAllThatAFileOfManyFindingsHolds() throws IOException {
        FileContent.Looked looked = looked(lines(ContentScan.MOST));
        assertEquals(ContentScan.MOST, looked.found().size());
        assertTrue(looked.problems().isEmpty());
    }

    @Test
    void saysWhenThereAreMoreThanAreTold() throws IOException {
        byte[] bytes = lines(ContentScan.MOST + 1);
        FileContent.Looked streamed = looked(bytes);
        assertEquals(ContentScan.MOST, streamed.found().size());
        assertEquals(1, streamed.problems().size());
        assertTrue(streamed.problems().getFirst().contains("not looked at"));
        assertEquals(streamed.problems(), content.look(bytes, bytes.length).problems());
    }

    @Test
    void saysSoOfAnArchiveToo() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            // Above the ratio that an archive may have, were it all the same.
            for (int i = 0; i < ContentScan.MOST + 1; i++) {
                out.write(
                        (Long.toHexString(i * 0x9E3779B97F4A7C15L) + " " + LINE)
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        FileContent.Looked looked = looked(packed.toByteArray());
        assertEquals(ContentScan.MOST, looked.found().size());
        assertEquals(1, looked.problems().size());
    }

    @Test
    void forgetsItWithTheNextFile() throws IOException {
        looked(lines(ContentScan.MOST + 1));
        FileContent.Looked next = looked(lines(1));
        assertEquals(1, next.found().size());
        assertTrue(next.problems().isEmpty());
    }
}
