package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.MapWriter;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names are shown, and any of them may be a secret. */
class SecretNamesTest {
    private static final String PASSWORD = "kQ8-zzTop9!xR";

    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 25);
        project.write("package.json", "{\"name\":\"shop\"}");
        project.write("dist/shop.js", "1");
    }

    private Scan scan() throws Exception {
        Scan scan = project.scan();
        String all = scan.findings().toString();
        for (String secret : List.of(PASSWORD, project.token("GITHUB"), project.token("NPM"))) {
            assertFalse(all.contains(secret), "a secret is told");
        }
        return scan;
    }

    @Test
    void aFileWhoseNameIsATokenIsFoundAndNotNamed() throws Exception {
        project.write("dist/" + project.token("GITHUB") + ".js", "1");

        Scan scan = scan();

        assertEquals(List.of("dist/ghp_….js:1:1"), Scan.places(scan.value("GITHUB")));
        assertEquals("served", scan.value("GITHUB").properties().get("exposure"));
    }

    @Test
    void aFolderWhoseNameIsAValueIsFoundAndNotNamed() throws Exception {
        project.write(".env", "SHOP_PASSWORD=" + PASSWORD + "\n");
        project.write("dist/" + PASSWORD + "/prices.zip", "PK");

        Scan scan = scan();

        assertEquals(List.of("dist/…/prices.zip:1:1"), Scan.places(scan.found().getFirst()));
        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/…/prices.zip:1:1: is packed in a way that cannot be"
                                + " looked into"),
                scan.others());
        assertTrue(scan.findings().coverage().getFirst().holes().contains("dist/…/prices.zip"));
    }

    @Test
    void aPageThatIsCalledLikeAPasswordOfWordsIsNoFinding() throws Exception {
        project.write(".env", "SHOP_PASSWORD=dashboard\n");
        project.write("dist/dashboard.html", "1");

        Scan scan = scan();

        assertEquals(List.of(), scan.values());
        assertEquals(2L, scan.findings().files());
    }

    @Test
    void targetsOfLinksAndSourcesOfMapsAreNotTold() throws Exception {
        Files.createSymbolicLink(
                project.root().resolve("dist/old.js"), Path.of("../../" + project.token("NPM")));
        project.write(
                "dist/a.js",
                "'" + project.token("GITHUB") + "'\n//# source" + "MappingURL=a.js.map");
        project.write(
                "dist/a.js.map",
                new MapWriter()
                        .source("../src/" + project.token("NPM") + ".js", "'x'")
                        .segment(0, 0, 0, 0, 0)
                        .json());

        Scan scan = scan();

        assertEquals(
                List.of("dist/a.js:1:2 <- src/npm_….js:1:1"), Scan.places(scan.value("GITHUB")));
        assertTrue(
                scan.others()
                        .contains(
                                "secrets.bundle not-applicable dist/old.js:1:1: is a link to ../../npm_…, which is"
                                        + " not there"),
                scan.others().toString());
    }

    @Test
    void namesOfVariablesAreNotTold() throws Exception {
        String read = "import.meta.env['" + project.token("NPM") + "']";
        project.write(
                "dist/a.js",
                "'" + project.token("GITHUB") + "'\n//# source" + "MappingURL=a.js.map");
        project.write(
                "dist/a.js.map",
                new MapWriter().source("../src/a.js", read).segment(0, 0, 0, 0, 0).json());
        project.write(".env", "A_" + project.token("NPM") + "_SECRET=" + PASSWORD + "\n");
        project.write("dist/b.js", "{VITE_SECRET_" + project.token("NPM") + ":'" + PASSWORD + "'}");

        Scan scan = scan();

        assertEquals(3, scan.found().size());
    }

    @Test
    void aShortPasswordBesideAFindingIsNotShown() throws Exception {
        project.write(".env", "DB_PASS=hunt3r!\nMODE=stage\n");
        project.write("dist/a.js", "p='hunt3r!',m='stage',k='" + project.token("GITHUB") + "'");

        Scan scan = scan();

        Excerpt excerpt = scan.value("GITHUB").spots().getFirst().excerpt();
        assertEquals(
                List.of("p='…',m='stage',k='ghp_…'"),
                excerpt == null ? List.of() : excerpt.lines());
        assertEquals(1, scan.found().size());
    }
}
