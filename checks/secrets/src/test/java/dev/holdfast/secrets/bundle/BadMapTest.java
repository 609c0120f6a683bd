package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.MapWriter;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadMapTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 8);
        project.write("package.json", "{\"name\":\"shop\"}");
        code("shop.js.map");
    }

    /** The value stands at line 1, column 12. */
    private void code(String link) throws IOException {
        project.write(
                "dist/shop.js",
                "const key='"
                        + project.token("STRIPE_SECRET")
                        + "';\n//# sourceMappingURL="
                        + link
                        + "\n");
    }

    private static String inline(String json) {
        return "data:application/json;base64,"
                + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void unknown(Scan scan) {
        assertEquals(Outcome.UNKNOWN, scan.folders().getFirst().outcome());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "{\"version\":3,\"sources\":[\"../a.js\"],\"mapp", "it is not valid JSON"),
                Arguments.of("[]", "it is not a JSON object"),
                Arguments.of("{\0\"\0s\0\"\0:\0[\0]\0}\0", "it is not UTF-8"),
                Arguments.of("{\0\0\0}\0\0\0", "it is not UTF-8"),
                Arguments.of("{".repeat(100_000), "it is not valid JSON"),
                Arguments.of("{\"x\":" + "[".repeat(100_000), "it is not valid JSON"),
                Arguments.of(
                        "{\"sources\":[\"../a.js\"],\"mappings\":\"AAAA,g\"}",
                        "a number in 'mappings' does not end"),
                Arguments.of(
                        "{\"sources\":[\"../a.js\"],\"mappings\":\"AAAA,!AAA\"}",
                        "a number in 'mappings' does not end"),
                Arguments.of(
                        "{\"sources\":[\"../a.js\"],\"mappings\":\"AggggggggggggggB\"}",
                        "a number in 'mappings' has more than 32 bits"),
                Arguments.of(
                        "{\"sources\":[\"../a.js\"],\"mappings\":\"ACAA\"}",
                        "'mappings' points to a source that the map does not name"),
                Arguments.of(
                        "{\"sources\":[\"../a.js\"],\"mappings\":\"AAAD\"}",
                        "'mappings' points to a source that the map does not name"),
                Arguments.of(
                        "{\"sections\":[{\"offset\":{\"line\":-1,\"column\":0},\"map\":{}}]}",
                        "an offset of a section is negative"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenMapIsUnknownAndTheValueIsFound(String json, String reason) throws Exception {
        project.write("dist/shop.js.map", json);

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js:1:12"), Scan.places(scan.value("STRIPE_SECRET")));
        assertTrue(
                scan.others().stream()
                        .anyMatch(each ->
                                each.contains(
                                        "dist/shop.js:1:1: the source map is broken: " + reason)),
                scan.others().toString());
        unknown(scan);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenMapInsideAFileIsUnknownAndSearched(String json, String reason) throws Exception {
        code(inline(json + "  " + project.token("GITHUB")));

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js:1:12"), Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(List.of("dist/shop.js:2:22"), Scan.places(scan.value("GITHUB")));
        assertEquals(1, scan.others().size(), scan.others().toString());
        assertTrue(scan.others().getFirst().contains("the source map is broken: " + reason));
        unknown(scan);
    }

    @Test
    void mapThatCannotBeDecodedIsUnknown() throws Exception {
        code("data:application/json;base64,e3!!e3e3");

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/shop.js:1:1: has a source map inside that cannot be"
                                + " decoded"),
                scan.others());
        assertEquals(List.of("dist/shop.js:1:12"), Scan.places(scan.value("STRIPE_SECRET")));
        unknown(scan);
    }

    @Test
    void emptyMapIsUnknown() throws Exception {
        project.write("dist/shop.js.map", "");

        Scan scan = project.scan();

        assertTrue(
                scan.others()
                        .contains(
                                "secrets.bundle unknown dist/shop.js.map:1:1: is an empty source map"));
        unknown(scan);
    }

    @ParameterizedTest
    @MethodSource("outside")
    void sourceOutsideOfTheProjectIsNeverAnOrigin(String source) throws Exception {
        project.write(
                "dist/shop.js.map",
                new MapWriter().source(source, "secret").segment(0, 0, 0, 0, 0).json());

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js:1:12"), Scan.places(scan.value("STRIPE_SECRET")));
        assertTrue(
                scan.others()
                        .contains(
                                "secrets.bundle unknown dist/shop.js.map:1:1: the map names sources"
                                        + " outside of the project; where a value in them comes from is"
                                        + " not known"),
                scan.others().toString());
        unknown(scan);
    }

    static List<String> outside() {
        return List.of(
                "../../../../../../../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "webpack://shop/../../../../../../../etc/passwd",
                "webpack:////etc/../../../../../../etc/passwd",
                "turbopack:///[project]/../../../../../../../etc/passwd",
                "https://cdn.example.test/lib/a.js",
                "a\u0000b.js");
    }

    @Test
    void linkToAMapOutsideOfTheProjectIsUnknown(@TempDir Path elsewhere) throws Exception {
        Path map = Files.writeString(elsewhere.resolve("x.map"), new MapWriter().json());
        String link = project.root().resolve("dist").relativize(map.toRealPath()).toString();
        code(link);

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/shop.js:1:1: its source map lies outside of the"
                                + " project, so it was not read"),
                scan.others());
        unknown(scan);
    }

    @Test
    void mapThatIsALinkOutOfTheProjectIsUnknown(@TempDir Path elsewhere) throws Exception {
        Path map =
                Files.writeString(
                        elsewhere.resolve("x.map"),
                        new MapWriter().source("../a.js", "x").segment(0, 0, 0, 0, 0).json());
        Files.createSymbolicLink(project.root().resolve("dist/shop.js.map"), map);

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable dist/shop.js.map:1:1: is a link out of the folder,"
                                + " to "
                                + map,
                        "secrets.bundle unknown dist/shop.js:1:1: its source map is a link out of the"
                                + " project, so it was not read"),
                scan.others());
        assertEquals(List.of("dist/shop.js:1:12"), Scan.places(scan.value("STRIPE_SECRET")));
        unknown(scan);
    }

    @Test
    void mapThatIsFetchedFromElsewhereLeavesTheValueWithoutOrigin() throws Exception {
        code("https://maps.example.test/shop.js.map");
        project.write(
                "dist/shop.js.map",
                new MapWriter().source("../a.js").segment(0, 0, 0, 0, 0).json());

        Scan scan = project.scan();

        assertEquals(List.of("dist/shop.js:1:12"), Scan.places(scan.value("STRIPE_SECRET")));
        assertEquals(List.of(), scan.others());
    }

    @Test
    void placeWithoutAMappingHasNoOrigin() throws Exception {
        project.write(
                "dist/shop.js.map",
                new MapWriter().source("../a.js").segment(0, 0, 0, 0, 0).gap(0, 5).json());

        assertEquals(
                List.of("dist/shop.js:1:12"), Scan.places(project.scan().value("STRIPE_SECRET")));
    }

    @Test
    void mapWithMoreSourcesThanAnyBuildHasIsUnknown() throws Exception {
        project.write(
                "dist/shop.js.map",
                "{\"sources\":[" + "\"\",".repeat(2_100_000) + "\"\"],\"mappings\":\"\"}");

        Scan scan = project.scan();

        assertTrue(
                scan.others().stream()
                        .anyMatch(each -> each.contains("it names more than 1,000,000 sources")),
                scan.others().toString());
        unknown(scan);
    }

    @Test
    void mapWithMoreSectionsThanAnyBuildHasIsUnknown() throws Exception {
        project.write(
                "dist/shop.js.map",
                "{\"sections\":[" + "{\"map\":{}},".repeat(100_001) + "{\"map\":{}}]}");

        Scan scan = project.scan();

        assertTrue(
                scan.others().stream()
                        .anyMatch(each -> each.contains("it has more than 100,000 sections")),
                scan.others().toString());
        unknown(scan);
    }
}
