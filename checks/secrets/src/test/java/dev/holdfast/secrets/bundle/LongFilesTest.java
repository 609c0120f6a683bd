package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.MapWriter;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that do not fit into one window, and files in other encodings. */
class LongFilesTest {
    // More than one window of 16 MiB.
    private static final String FILLER = "var a=1;".repeat(17 << 17);

    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 10);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    private static Outcome folderOutcome(Scan scan) {
        return scan.folders().getFirst().outcome();
    }

    /** A file of NUL bytes that ends with a text; takes no room on the disk. */
    private void sparse(String path, long zeros, String end) throws IOException {
        Path file = project.write(path, "");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(zeros);
            sparse.write(end.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17 << 20, 65 << 20})
    void longFileFollowsTheLinkAtItsEnd(int zeros) throws Exception {
        sparse(
                "dist/shop.js",
                zeros,
                "k='"
                        + project.token("STRIPE_SECRET")
                        + "';\n//# sourceMappingURL=other-name.js.map");
        project.write(
                "dist/other-name.js.map",
                new MapWriter().source("../src/a.js").segment(0, zeros, 0, 4, 2).json());

        Scan scan = project.scan();

        assertEquals(
                List.of("dist/shop.js:1:" + (zeros + 4) + " <- src/a.js:5:3"),
                Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    private String withMapInside() {
        String map =
                new MapWriter()
                        .source("../src/a.js", "// " + project.token("GITHUB"))
                        .segment(1, 0, 0, 4, 2)
                        .json();
        return "\nk='"
                + project.token("STRIPE_SECRET")
                + "';\n//# sourceMappingURL=data:application/json;base64,"
                + Base64.getEncoder().encodeToString(map.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mapInsideALongFileIsLookedInto() throws Exception {
        sparse("dist/shop.js", 17 << 20, withMapInside());

        Scan scan = project.scan();

        assertEquals(
                List.of("dist/shop.js:2:4 <- src/a.js:5:3"),
                Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(
                List.of("dist/shop.js:3:22 <- src/a.js:1:4"), Scan.places(scan.value("GITHUB")));
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    @Test
    void mapInsideAVeryLongFileIsUnknown() throws Exception {
        sparse("dist/shop.js", 65 << 20, withMapInside());

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/shop.js:1:1: is long and has a source map inside,"
                                + " which was not looked into"),
                scan.others());
        assertEquals(1, scan.value("STRIPE_SECRET").spots().size());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    private String map(int filler) {
        return "{\"version\":3,\"sources\":[\"../src/a.js\"],\"sourcesContent\":[\""
                + "x".repeat(filler)
                + "\\n// "
                + project.token("GITHUB")
                + "\"],\"mappings\":\"\"}";
    }

    @Test
    void longMapIsRead() throws Exception {
        project.write("dist/shop.js.map", map(17 << 20));

        Scan scan = project.scan();

        assertEquals(
                new Origin("src/a.js", 2, 4),
                scan.value("GITHUB").spots().getFirst().location().origin());
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    @Test
    void veryLongMapIsSearchedAndUnknown() throws Exception {
        project.write("dist/shop.js.map", map(65 << 20));

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/shop.js.map:1:1: is a source map of more than 64"
                                + " MiB: it was searched, and where in the sources a value stands is not"
                                + " known"),
                scan.others());
        assertEquals(null, scan.value("GITHUB").spots().getFirst().location().origin());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void invalidUtf8FarInALongFileIsUnknown() throws Exception {
        byte[] content = FILLER.getBytes(StandardCharsets.US_ASCII);
        content[content.length - 100] = (byte) 0xC3;
        project.write("dist/shop.js", content);

        assertEquals(Outcome.UNKNOWN, folderOutcome(project.scan()));
    }

    @Test
    void lettersAcrossTheBorderOfWindowsAreUtf8() throws Exception {
        project.write("dist/shop.js", "灯".repeat(6 << 20));

        assertEquals(Outcome.PASS, folderOutcome(project.scan()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsWideText(String encoding) throws Exception {
        String text = "\uFEFF🏮\n\"ключ\": \"" + project.token("STRIPE_SECRET") + "\"";
        project.write("dist/shop.json", text.getBytes(Charset.forName(encoding)));

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.json:2:10"), Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    @Test
    void byteOrderMarkStandsInNoColumn() throws Exception {
        project.write("dist/a.js", "\uFEFFk='" + project.token("STRIPE_SECRET") + "'");

        assertEquals(List.of("dist/a.js:1:4"), Scan.places(project.scan().value("STRIPE_SECRET")));
    }
}
