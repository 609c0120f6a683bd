package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.MapWriter;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file carries in base64 is searched, whether or not it is the map of that file. */
class EmbeddedDataTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 21);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    private String map(String text) {
        return new MapWriter().source("../src/a.js", text).segment(0, 0, 0, 0, 0).json();
    }

    private static String url(String mime, String content) {
        return "data:"
                + mime
                + ";base64,"
                + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    private String mapUrl() {
        return url("application/json", map("// " + project.token("GITHUB")));
    }

    private static final String COMMENT = "//# source" + "MappingURL=";

    private Object exposure(String name, String content) throws Exception {
        project.write("dist/" + name, content);
        return project.scan().value("GITHUB").properties().get("exposure");
    }

    @Test
    void everyMapOfFilesThatWereJoinedIsSearched() throws Exception {
        project.write(
                "dist/shop.js",
                "let a = 1\n"
                        + COMMENT
                        + mapUrl()
                        + "\nlet b = 2\n"
                        + COMMENT
                        + url("application/json", map("harmless"))
                        + "\n");

        Scan scan = project.scan();

        assertEquals(
                List.of("dist/shop.js:2:22 <- src/a.js:1:4"), Scan.places(scan.value("GITHUB")));
        assertEquals(
                List.of(
                        "bundle.served-map fail dist/shop.js:2:22: the file carries its source map with"
                                + " the original sources inside it"),
                scan.others());
    }

    @Test
    void mapIsSearchedWhereverItStands() throws Exception {
        String page = "<script>a();" + COMMENT + mapUrl() + "</script><p>x</p>\n";
        assertEquals("map", exposure("shop.html", page));
        assertEquals("map", exposure("shop", "a()\n" + COMMENT + mapUrl()));
        assertEquals("map", exposure("shop.php", "a()\n" + COMMENT + mapUrl()));
        assertEquals("map", exposure("a.js", "t = \"x" + COMMENT + mapUrl() + "\"; b()"));
        assertEquals("map", exposure("a.js", "eval(`a();" + COMMENT + mapUrl() + "`); b()"));
        assertEquals(
                "map", exposure("a.js", "a()\n" + COMMENT + mapUrl().replace("data:", "DATA:")));
    }

    @Test
    void mapThatAMapQuotesIsSearched() throws Exception {
        project.write("dist/shop.js.map", map("a()\n" + COMMENT + mapUrl()));

        Scan scan = project.scan();

        assertEquals("map", scan.value("GITHUB").properties().get("exposure"));
        assertEquals(1, scan.value("GITHUB").spots().size());
    }

    @Test
    void dataThatBrowsersLoadIsServed() throws Exception {
        String svg = url("image/svg+xml", "<svg><!-- " + project.token("GITHUB") + " --></svg>");

        assertEquals("served", exposure("shop.css", "a{background:url(" + svg + ")}"));
        assertEquals("served", exposure("a.json", "\"" + svg.replace("/", "\\/") + "\""));
        assertEquals("served", exposure("a.js", "w='" + svg.replace("base64", " BASE64 ") + "'"));
    }

    @Test
    void dataInDataIsSearchedAndDeeperIsUnknown() throws Exception {
        String inner = project.token("GITHUB") + " ".repeat(10);
        for (int depth = 1; depth <= 4; depth++) {
            inner = url("text/plain", inner);
            project.write("dist/a.css", inner);

            assertEquals(1, project.scan().value("GITHUB").spots().size(), "depth " + depth);
        }
        project.write("dist/a.css", url("text/plain", inner));

        Scan scan = project.scan();

        assertEquals(List.of(), scan.values());
        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/a.css:1:1: has encoded data in encoded data, which"
                                + " was not looked into"),
                scan.others());
    }

    @Test
    void codeThatMakesSuchUrlsIsNone() throws Exception {
        project.write(
                "dist/tool.js",
                "x=\"/*# source"
                        + "MappingURL=data:application/json;base64,\".concat(btoa(m),\" */\");"
                        + "y=/source"
                        + "MappingURL=data:[^;]+;base64,([A-Za-z0-9+/=]+)/;"
                        + "z=`data:${t};base64,${u}`;\n");

        Scan scan = project.scan();

        assertEquals(List.of(), scan.others());
        assertEquals(Outcome.PASS, scan.folders().getFirst().outcome());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void decodesWhatTheJdkEncodes() {
        for (int length = 0; length < 200; length++) {
            byte[] content = new byte[length];
            for (int i = 0; i < length; i++) {
                content[i] = (byte) (i * 131 + length * 7);
            }
            String standard = Base64.getEncoder().encodeToString(content);
            for (String text :
                    List.of(
                            standard,
                            Base64.getUrlEncoder().withoutPadding().encodeToString(content),
                            standard.replace("/", "\\/"),
                            standard.replace("+", "%2B").replace("/", "%2f"))) {
                byte[] bytes = (text + "\"").getBytes(StandardCharsets.US_ASCII);
                int end = Base64Text.end(bytes, 0, bytes.length);

                assertEquals(hex(content), hex(Base64Text.decode(bytes, 0, bytes.length)));
                assertTrue(bytes[end] == '=' || bytes[end] == '"', text);
            }
        }
    }
}
