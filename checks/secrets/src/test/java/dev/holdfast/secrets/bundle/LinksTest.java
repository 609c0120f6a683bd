package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web server, a container build and a copy follow links, so what browsers load is looked at. */
class LinksTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 23);
        project.write("package.json", "{\"name\":\"shop\"}");
        project.write("dist/shop.js", "1");
    }

    private void link(String from, String to) throws IOException {
        Path link = project.root().resolve(from);
        Files.createDirectories(Objects.requireNonNull(link.getParent()));
        Files.createSymbolicLink(link, Path.of(to));
    }

    private Scan scan(String output) throws Exception {
        return project.scan(List.of(project.root().resolve(output)), List.of());
    }

    @Test
    void linkOutOfTheFolderIsSaidAndLookedAt() throws Exception {
        project.write("private/keys.js", "k='" + project.token("GITHUB") + "'");
        link("dist/keys.js", "../private/keys.js");
        link("dist/all", "../private");
        link("dist/again.js", "../private/keys.js");

        Scan scan = project.scan();

        assertEquals(
                Scan.lines(
                        """
                        secrets.bundle not-applicable dist/again.js:1:1: is a link out of the folder, to ../private/keys.js, which is looked at as what it stands for
                        secrets.bundle not-applicable dist/all:1:1: is a link out of the folder, to ../private, which is looked at as what it stands for
                        secrets.bundle not-applicable dist/keys.js:1:1: is a link out of the folder, to ../private/keys.js, which is looked at there
                        """),
                scan.others());
        assertEquals(
                List.of("dist/again.js:1:4", "dist/all/keys.js:1:4"),
                Scan.places(scan.value("GITHUB")));
        assertEquals("served", scan.value("GITHUB").properties().get("exposure"));
        assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
    }

    @Test
    void linkFromWhatIsServedIntoTheServerIsServed() throws Exception {
        project.write(".next/server/chunks/a.js", "k='" + project.token("GITHUB") + "'");
        link(".next/static/a.js", "../server/chunks/a.js");
        link(".next/static/all", "../server");

        Scan scan = scan(".next");

        assertEquals("served", scan.value("GITHUB").properties().get("exposure"));
        assertEquals("critical", scan.value("GITHUB").severity().word());
        assertEquals(
                List.of(
                        ".next/server/chunks/a.js:1:4",
                        ".next/static/a.js:1:4",
                        ".next/static/all/chunks/a.js:1:4"),
                Scan.places(scan.value("GITHUB")));
    }

    @Test
    void linkOfAProgramToItsModulesIsSaid() throws Exception {
        project.write("node_modules/tool/index.js", project.token("GITHUB"));
        project.write(".next/server/a.js", "1");
        link(".next/node_modules/tool", "../../node_modules/tool");

        Scan scan = scan(".next");

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable .next/node_modules/tool:1:1: is a link out of the"
                                + " folder, to ../../node_modules/tool"),
                scan.others());
        assertEquals(List.of(), scan.values());
    }

    @Test
    void linksThatContainEachOtherEnd() throws Exception {
        project.write("one/a.js", "1");
        link("one/two", "../two");
        project.write("two/b.js", "1");
        link("two/one", "../one");
        link("dist/one", "../one");

        Scan scan = project.scan();

        assertEquals(3L, scan.findings().files());
    }

    @Test
    void linkToAFolderAboveIsUnknown() throws Exception {
        link("dist/up", "..");

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/up:1:1: is a link to .., a folder that contains it"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, scan.folders().getFirst().outcome());
    }

    @Test
    void linkOutOfTheFolderToWhatThePolicyLeavesOutIsNotFollowed() throws Exception {
        project.write("private/keys.js", project.token("GITHUB"));
        link("dist/keys.js", "../private/keys.js");

        Scan scan =
                project.scan(
                        List.of(project.root().resolve("dist")), List.of(), List.of("private/**"));

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable dist/keys.js:1:1: is a link to"
                                + " ../private/keys.js, which the policy leaves out"),
                scan.others());
        assertEquals(List.of(), scan.values());
    }
}
