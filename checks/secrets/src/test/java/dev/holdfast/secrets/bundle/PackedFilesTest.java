package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.MapWriter;
import dev.holdfast.secrets.fixture.Scan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFilesTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 9);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    private static byte[] gzip(byte[] content, long zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed, 1 << 16)) {
            out.write(content);
            byte[] block = new byte[1 << 20];
            for (long left = zeros; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return packed.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static Outcome folderOutcome(Scan scan) {
        return scan.folders().getFirst().outcome();
    }

    @Test
    void looksIntoGzip() throws Exception {
        project.write("dist/shop.js.gz", gzip("é\nk=`" + project.token("STRIPE_SECRET") + "`"));

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js.gz:2:4"), Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    @Test
    void looksIntoAMapInsideAGzippedFile() throws Exception {
        String map =
                new MapWriter()
                        .source("../src/a.js", "// " + project.token("GITHUB"))
                        .segment(0, 0, 0, 0, 0)
                        .json();
        project.write(
                "dist/shop.js.gz",
                gzip(
                        "1\n//# sourceMappingURL=data:application/json;base64,"
                                + Base64.getEncoder()
                                        .encodeToString(map.getBytes(StandardCharsets.UTF_8))));

        Scan scan = project.scan();

        assertEquals(
                List.of("dist/shop.js.gz:2:22 <- src/a.js:1:4"), Scan.places(scan.value("GITHUB")));
    }

    @Test
    void followsFromAGzippedFileToItsMap() throws Exception {
        project.write("dist/shop.js.gz", gzip("k='" + project.token("STRIPE_SECRET") + "'"));
        project.write(
                "dist/shop.js.map",
                new MapWriter().source("../src/a.js").segment(0, 0, 0, 4, 2).json());

        assertEquals(
                List.of("dist/shop.js.gz:1:4 <- src/a.js:5:3"),
                Scan.places(project.scan().value("STRIPE_SECRET")));
    }

    @Test
    void packedMapBesideItsTwinIsShippedOnce() throws Exception {
        String map = new MapWriter().source("../src/a.js", "1").json();
        project.write("dist/shop.js.map", map);
        project.write("dist/shop.js.map.gz", gzip(map));

        assertEquals(
                List.of(
                        "bundle.served-map fail dist/shop.js.map:1:1: the map carries the original"
                                + " sources and is shipped"),
                project.scan().others());
    }

    @Test
    void gzipBombIsSearchedUpToTheLimitAndUnknown() throws Exception {
        byte[] bomb =
                gzip(project.token("STRIPE_SECRET").getBytes(StandardCharsets.UTF_8), 300L << 20);
        project.write("dist/bomb.bin.gz", bomb);

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/bomb.bin.gz:1:1: unpacks to more than 268435456"
                                + " bytes; the rest was not looked at"),
                scan.others());
        assertEquals(1, scan.value("STRIPE_SECRET").spots().size());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void whatIsNoGzipIsUnknown() throws Exception {
        project.write("dist/shop.js.gz", "plain text");

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/shop.js.gz:1:1: could not be read: it is not valid"
                                + " gzip"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void gzipThatIsCutOffIsUnknown() throws Exception {
        byte[] whole = gzip("k='" + project.token("STRIPE_SECRET") + "'" + " ".repeat(99_999));
        project.write("dist/shop.js.gz", Arrays.copyOf(whole, whole.length - 9));

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js.gz:1:4"), Scan.places(scan.value("STRIPE_SECRET")));

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/shop.js.gz:1:1: could not be read: it ends too"
                                + " early"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }
}
