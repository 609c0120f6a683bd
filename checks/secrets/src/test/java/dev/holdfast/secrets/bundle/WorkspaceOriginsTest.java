package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.MapWriter;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of a package in a workspace: bundlers name them from different folders. */
class WorkspaceOriginsTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 11);
        project.write("package.json", "{\"name\": \"all\"}");
        project.write("web/package.json", "{\"name\": \"web\"}");
        // Says only how files are loaded.
        project.write("web/dist/package.json", "{\"type\": \"module\"}");
        project.write(
                "web/dist/a.js",
                "k='" + project.token("STRIPE_SECRET") + "'\n//# sourceMappingURL=a.js.map");
    }

    private List<String> places(String source) throws IOException, InterruptedException {
        project.write(
                "web/dist/a.js.map", new MapWriter().source(source).segment(0, 0, 0, 1, 1).json());
        Scan scan = project.scan(List.of(project.root().resolve("web/dist")), List.of());
        return Scan.places(scan.value("STRIPE_SECRET"));
    }

    @Test
    void webpackNamesSourcesFromThePackage() throws Exception {
        assertEquals(
                List.of("web/dist/a.js:1:4 <- web/src/a.js:2:2"),
                places("webpack://web/./src/a.js"));
    }

    @Test
    void turbopackNamesThemFromTheTopWhereTheFileIs() throws Exception {
        project.write("web/app/page.js", "1");

        assertEquals(
                List.of("web/dist/a.js:1:4 <- web/app/page.js:2:2"),
                places("turbopack:///[project]/web/app/page.js"));
        assertEquals(
                List.of("web/dist/a.js:1:4 <- web/app/page.js:2:2"),
                places("turbopack:///[project]/app/page.js"));
    }

    @Test
    void nothingIsGuessedWhenTheFileIsInNeitherFolder() throws Exception {
        assertEquals(List.of("web/dist/a.js:1:4"), places("turbopack:///[project]/app/gone.js"));
    }

    @Test
    void relativeNamesStartAtTheMap() throws Exception {
        assertEquals(List.of("web/dist/a.js:1:4 <- lib/a.js:2:2"), places("../../lib/a.js"));
    }
}
