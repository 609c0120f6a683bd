package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers send what is packed under any name, so the bytes tell and not the name alone. */
class PackingTest {
    // 40 lines of 'let key = "…";', packed by the Brotli of node 20; the value is not a token.
    private static final String PACKED =
            "GzcE+K2Od9Qohulg/FamCqXki9Y9a2xwUgTnraOk8PS0wg5dngTJocqylpDoMFTI9UQD6f8rCQ==";

    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 19);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    private byte[] key() {
        return ("k='" + project.token("STRIPE_SECRET") + "'").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** One block that is stored as it is, and the empty last one (RFC 7932, section 9.2). */
    private static byte[] brotli(byte[] content) {
        int head = (content.length - 1) << 4 | 1 << 20;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(head);
        packed.write(head >> 8);
        packed.write(head >> 16);
        packed.writeBytes(content);
        packed.write(3);
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private void unknown(String file, String reason) throws Exception {
        Scan scan = project.scan();

        assertEquals(
                List.of("secrets.bundle unknown dist/" + file + ":1:1: " + reason), scan.others());
        assertEquals(Outcome.UNKNOWN, scan.folders().getFirst().outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.js", "shop", "icon.svgz", "shop.js.GZ", "data.bin"})
    void looksIntoGzipUnderAnyName(String name) throws Exception {
        project.write("dist/" + name, gzip(key()));

        Scan scan = project.scan();

        assertEquals(List.of("dist/" + name + ":1:4"), Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(List.of(), scan.others());
        assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
    }

    @Test
    void looksIntoEveryMemberOfGzip() throws Exception {
        project.write(
                "dist/shop.js.gz", joined(gzip("1".getBytes(StandardCharsets.UTF_8)), gzip(key())));

        assertEquals(
                List.of("dist/shop.js.gz:1:5"), Scan.places(project.scan().value("STRIPE_SECRET")));
    }

    @Test
    void bytesBehindGzipAreNotPassedOver() throws Exception {
        for (byte[] rest : List.of(key(), new byte[1], new byte[8], new byte[70_000])) {
            project.write("dist/shop.js.gz", joined(gzip(new byte[10]), rest));

            unknown("shop.js.gz", "could not be read: bytes stand behind its gzip data");
        }
    }

    @Test
    void whatIsFoundBeforeBadBytesIsTold() throws Exception {
        project.write("dist/shop.js.gz", joined(gzip(key()), new byte[9]));

        Scan scan = project.scan();

        assertEquals(1, scan.value("STRIPE_SECRET").spots().size());
        assertEquals(Outcome.UNKNOWN, scan.folders().getFirst().outcome());
    }

    @Test
    void looksIntoBrotliBesideItsTwin() throws Exception {
        project.write("dist/shop.js", "1");
        project.write("dist/shop.js.br", brotli(key()));

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js.br:1:4"), Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(List.of(), scan.others());
        assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
    }

    @Test
    void looksIntoBrotliThatIsCompressed() throws Exception {
        project.write(".env", "SHOP_PASSWORD=kQ8-zzTop9!xR\n");
        project.write("dist/shop.js.br", Base64.getDecoder().decode(PACKED));

        Scan scan = project.scan();

        assertEquals(40, scan.found().getFirst().spots().size());
        assertEquals("SHOP_PASSWORD", scan.found().getFirst().properties().get("variable"));
        assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
    }

    @Test
    void brotliThatIsNoneIsUnknownAlthoughItsTwinIsThere() throws Exception {
        project.write("dist/shop.js", "1");
        project.write("dist/shop.js.br", new byte[] {1, 2, 3});

        unknown("shop.js.br", "could not be read: it is not valid Brotli");
    }

    @Test
    void brotliThatIsCutOffOrHasMoreBehindItIsUnknown() throws Exception {
        byte[] whole = brotli(new byte[100]);
        for (byte[] bad : List.of(Arrays.copyOf(whole, 50), joined(whole, key()))) {
            project.write("dist/shop.js.br", bad);

            unknown("shop.js.br", "could not be read: it is not valid Brotli");
        }
    }

    @Test
    void whatIsPackedTwiceIsUnknown() throws Exception {
        project.write("dist/shop.js.gz", gzip(gzip(key())));

        unknown("shop.js.gz", "could not be read: it is packed twice");
    }

    @Test
    void archivesAreUnknownUnderAnyName() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("key.js"));
            out.write(key());
        }
        List<byte[]> archives =
                List.of(
                        zip.toByteArray(),
                        new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 1, 2},
                        new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 1},
                        new byte[] {'B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, 1});
        for (byte[] archive : archives) {
            project.write("dist/prices.xlsx", archive);

            unknown("prices.xlsx", "is packed in a way that cannot be looked into");
        }
    }

    @Test
    void textThatOnlyBeginsLikeAnArchiveIsLookedAt() throws Exception {
        for (String text : List.of("PK", "BZh9 is a name", "7z", "LZIP", "Rar!", "")) {
            project.write("dist/names", text);

            assertEquals(Outcome.PASS, project.scan().folders().getFirst().outcome(), text);
        }
    }
}
