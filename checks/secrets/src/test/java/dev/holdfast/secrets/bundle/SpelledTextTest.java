package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Obfuscators escape every character of a string; it is the same string to a browser. */
class SpelledTextTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 24);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    private static String spelled(String text, String form) {
        StringBuilder all = new StringBuilder();
        text.chars().forEach(each -> all.append(form.formatted(each)));
        return all.toString();
    }

    @Test
    void findsWhatIsEscapedCharacterByCharacter() throws Exception {
        project.write(".env", "SHOP_PASSWORD=kQ8-zzTop9!xR\n");
        String u = "\\" + "u%04x";
        for (String form : List.of("\\x%02x", "\\x%02X", u, "\\\\x%02x", "\\" + u)) {
            String secret = spelled(project.token("GITHUB"), form);
            project.write(
                    "dist/shop.js",
                    "k='" + secret + "';p='" + spelled("kQ8-zzTop9!xR", form) + "'");

            Scan scan = project.scan();

            assertEquals(List.of("dist/shop.js:1:4"), Scan.places(scan.value("GITHUB")), form);
            assertEquals(2, scan.found().size(), form);
            int end = scan.value("GITHUB").location().orElseThrow().endColumn();
            assertEquals(4 + secret.length(), end, form);
        }
    }

    @Test
    void theExcerptOfAnotherFindingShowsNoPartOfIt() throws Exception {
        String secret = spelled(project.token("GITHUB"), "\\x%02x");
        project.write("dist/shop.js", "a='" + project.token("NPM") + "',k='" + secret + "'");

        Result found = project.scan().value("NPM");

        assertEquals("a='npm_…',k='…", shown(found));
    }

    @Test
    void theExcerptShowsNothingThatLooksRandom() throws Exception {
        String session = project.token("AWS_SECRET") + "q7Zx".repeat(30);
        String hash = "0123456789abcdef0123";
        project.write(
                "dist/shop.js",
                "{token:\""
                        + session
                        + "\",key:\""
                        + project.token("NPM")
                        + "\",hash:\""
                        + hash
                        + "\"} someQuiteLongWord");

        String shown = shown(project.scan().value("NPM"));

        assertEquals("…\",key:\"npm_…\",hash:\"…\"} someQuiteLongWord", shown);
        assertFalse(shown.contains("q7Zx"), shown);
    }

    private static String shown(Result result) {
        Spot spot = result.spots().getFirst();
        Excerpt excerpt = Objects.requireNonNull(spot.excerpt());
        return excerpt.lines().getFirst();
    }
}
