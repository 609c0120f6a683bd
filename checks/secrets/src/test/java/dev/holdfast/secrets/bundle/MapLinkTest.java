package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapLinkTest {
    private static Optional<String> ofFile(String text) {
        return MapLink.ofFile(text.getBytes(StandardCharsets.UTF_8)).map(MapLink::url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a()\n//# sourceMappingURL=x.map",
                "a()\n//# sourceMappingURL=x.map\n",
                "a()\r\n  //# sourceMappingURL=x.map\r\n",
                "a()//# sourceMappingURL=x.map\n// end\n",
                "a()\n//@ sourceMappingURL=x.map",
                "a{}/*# sourceMappingURL=x.map */",
                "a{}\n/*# sourceMappingURL=x.map*/\n",
                "//# sourceMappingURL=x.map\na()",
                "//# sourceMappingURL=old.map\n//# sourceMappingURL=x.map",
                "a = \"//# sourceMappingURL=text.map\";\n//# sourceMappingURL=x.map",
            })
    void findsTheLinkOfAFile(String text) {
        assertEquals(Optional.of("x.map"), ofFile(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a()",
                "sourceMappingURL=x.map",
                "// see sourceMappingURL=x.map",
                "a = \"//# sourceMappingURL=\" + name; b()",
                "eval(\"a()\\n//# sourceMappingURL=data:application/json;base64,e30=\\n\"); b()",
                "\"/*# sourceMappingURL=data:application/json;base64,\".concat(x, \" */\")",
            })
    void takesNoStringForALink(String text) {
        assertEquals(Optional.empty(), ofFile(text));
    }

    @Test
    void moduleHasItsLinkWhereverItStands() {
        byte[] text =
                "{a()\n//# sourceMappingURL=x.map\n//# sourceURL=a.js\n\n}"
                        .getBytes(StandardCharsets.UTF_8);

        assertEquals(Optional.of("x.map"), MapLink.ofModule(text).map(MapLink::url));
    }

    @Test
    void knowsWhereTheUrlStands() {
        String text = "é\n//# sourceMappingURL=карта.js.map\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        MapLink link = MapLink.ofFile(bytes).orElseThrow();

        assertEquals(
                "карта.js.map",
                new String(
                        bytes, link.offset(), link.end() - link.offset(), StandardCharsets.UTF_8));
        assertEquals("карта.js.map", link.fileName());
    }

    @Test
    void decodesNamesAndData() {
        assertEquals("a b[1].js.map", link("a%20b%5B1%5D.js.map?v=2").fileName());
        assertEquals("100%.map", link("100%.map").fileName());
        assertTrue(link("//cdn.example.test/a.map").isRemote());
        assertTrue(link("https://cdn.example.test/a.map").isRemote());
        assertEquals("{}", data("data:application/json;base64,e30="));
        assertEquals("{}", data("data:application/json;charset=utf-8;base64,e30"));
        assertEquals("{\"a\":\"+\"}", data("data:application/json,%7B%22a%22:%22+%22%7D"));
        assertEquals("", data("data:application/json;base64,e3!!e3e3"));
        assertEquals("", data("data:application/json;base64"));
    }

    private static MapLink link(String url) {
        return new MapLink(url, 0, url.length());
    }

    private static String data(String url) {
        return link(url).data().map(each -> new String(each, StandardCharsets.UTF_8)).orElse("");
    }
}
