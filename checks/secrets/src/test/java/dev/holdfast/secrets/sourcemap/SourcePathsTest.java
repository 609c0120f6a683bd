package dev.holdfast.secrets.sourcemap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePathsTest {
    private static final Path ROOT = Path.of("/project");
    private static final Path BASE = Path.of("/project/web");
    private static final Path FOLDER = Path.of("/project/web/dist/assets");

    @ParameterizedTest
    @CsvSource({
        "../../src/a.ts, web/src/a.ts",
        "../../../lib/a.ts, lib/a.ts",
        "webpack://shop/./src/a.js, web/src/a.js",
        "webpack:///./src/a.js?4f2e, web/src/a.js",
        "webpack://@acme/shop/./src/a.js, web/src/a.js",
        "webpack://@acme/shop/src/a.js, web/src/a.js",
        "webpack://_N_E/./app/page.js, web/app/page.js",
        "webpack://shop/../lib/a.js, lib/a.js",
        "webpack-internal:///./src/a.js, web/src/a.js",
        "turbopack:///[project]/app/page.jsx, web/app/page.jsx",
        "turbopack://[project]/app/page.jsx, web/app/page.jsx",
        "[project]/app/page.jsx, web/app/page.jsx",
        "file:///project/src/a%20b.ts, src/a b.ts",
        "/project/src/a.ts, src/a.ts",
        "../../app/[id]/page.jsx, web/app/[id]/page.jsx",
    })
    void bundlersNamesBecomePathsBelowTheRoot(String source, String path) {
        assertEquals(Optional.of(path), SourcePaths.resolve(source, ROOT, BASE, FOLDER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "webpack://shop/../../etc/passwd",
                "webpack://shop",
                "https://cdn.example.test/src/a.js",
                "http://cdn.example.test/src/a.js",
                "../../..",
                "a\u0000b",
            })
    void whatIsNotBelowTheRootIsNothing(String source) {
        assertEquals(Optional.empty(), SourcePaths.resolve(source, ROOT, BASE, FOLDER));
    }
}
