package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEncodingTest {
    private static final List<Charset> WIDE =
            List.of(
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    StandardCharsets.UTF_32LE,
                    StandardCharsets.UTF_32BE);

    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 20);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    @Test
    void readsWideTextBehindItsMark() throws Exception {
        // Pairs of surrogates at the borders of what is read at once.
        String before = "🏮".repeat(8_191) + "é🏮\n🏮é";
        for (Charset charset : WIDE) {
            for (String pad : List.of("", "x")) {
                String text = "\uFEFF" + pad + before + "k='" + project.token("GITHUB") + "'";
                project.write("dist/notes", text.getBytes(charset));

                Scan scan = project.scan();

                assertEquals(
                        List.of("dist/notes:2:7"),
                        Scan.places(scan.value("GITHUB")),
                        charset + pad);
                assertEquals(List.of(), scan.others());
                assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
            }
        }
    }

    @Test
    void readsLongWideText() throws Exception {
        String text = "\uFEFF" + "x".repeat(17 << 20) + " " + project.token("GITHUB");
        project.write("dist/notes.js", text.getBytes(StandardCharsets.UTF_16LE));

        Scan scan = project.scan();

        assertEquals(
                List.of("dist/notes.js:1:" + ((17 << 20) + 2)), Scan.places(scan.value("GITHUB")));
        assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
    }

    @Test
    void sixteenBitTextThatBeginsLikeThirtyTwoIsUnknown() throws Exception {
        String text = "\uFEFF\0k='" + project.token("GITHUB") + "'";
        project.write("dist/notes.js", text.getBytes(StandardCharsets.UTF_16LE));

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/notes.js:1:1: could not be read: it is not in the"
                                + " encoding that its first bytes say"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, scan.folders().getFirst().outcome());
    }

    @Test
    void wideTextWithoutAMarkIsSearchedAndUnknown() throws Exception {
        for (Charset charset : WIDE.subList(0, 2)) {
            String text = "é\nk='" + project.token("GITHUB") + "'";
            project.write("dist/notes.js", text.getBytes(charset));

            Scan scan = project.scan();

            assertEquals(1, scan.value("GITHUB").spots().size(), charset.name());
            assertEquals(2, scan.value("GITHUB").location().orElseThrow().line());
            assertEquals(
                    List.of(
                            "secrets.bundle unknown dist/notes.js:1:1: is text by its name and UTF-16"
                                    + " without a byte order mark; only its ASCII letters were searched"),
                    scan.others().stream().filter(each -> !each.contains("not UTF-8;")).toList());
            assertEquals(Outcome.UNKNOWN, scan.folders().getFirst().outcome());
        }
    }

    @Test
    void stringsOfCompiledProgramsAreSearched() throws Exception {
        byte[] token = project.token("GITHUB").getBytes(StandardCharsets.UTF_16LE);
        for (int before : new int[] {0, 1, 2, 3, (16 << 20) - 90, (16 << 20) - 41}) {
            byte[] program = new byte[before + token.length + 7];
            System.arraycopy(token, 0, program, before, token.length);
            project.write("dist/shop.dll", program);

            Scan scan = project.scan();

            assertEquals(
                    List.of("dist/shop.dll:1:" + (before + 1)), Scan.places(scan.value("GITHUB")));
            assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
        }
    }
}
