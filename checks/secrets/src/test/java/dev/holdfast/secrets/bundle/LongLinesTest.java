package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that were made to take long. What takes time with the square of their length would need
 * hours for these; there is no clock in the tests.
 */
class LongLinesTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 22);
        project.write("package.json", "{\"name\":\"shop\"}");
    }

    @Test
    void quotesThatNothingClosesAreLookedForOnce() {
        for (String open : List.of("eval(\\\"", "eval(\\'", "eval(\\\"eval(\\'")) {
            byte[] line = open.repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);

            assertEquals(List.of(), EvalModules.in(line, List.of(5L)));
        }
    }

    @Test
    void quotesBehindAnUnclosedOneOfTheOtherKindStillCount() {
        String line = "eval('a \\' \neval('x \"y\\' eval(\"code @\"); eval(\"more\")";
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);

        List<EvalModules.Module> modules = EvalModules.in(bytes, List.of((long) line.indexOf('@')));

        assertEquals(
                List.of("code @"),
                modules.stream()
                        .map(each -> new String(each.text(), StandardCharsets.US_ASCII))
                        .toList());
    }

    @Test
    void linksOnOneLineAreReadOnce() {
        String name = "//#source" + "MappingURL=";
        for (String link : List.of(name + "x ", name + "data:x", name + "data: ", "a" + name)) {
            byte[] line = link.repeat(400_000).getBytes(StandardCharsets.US_ASCII);

            assertTrue(MapLink.ofFile(line).map(MapLink::end).orElse(0) <= line.length);
            assertTrue(MapLink.ofModule(line).map(MapLink::end).orElse(0) <= line.length);
        }
    }

    @Test
    void valueInManyPlacesIsFoundInEachOfThem() throws Exception {
        project.write(".env", "SHOP_SECRET=kQ8-zzTop9\nSHOP_PASSWORD=zzTop9-kQ8\n");
        project.write("dist/shop.js", "x='kQ8-zzTop9-kQ8';y='zzTop9-kQ8';\n".repeat(100_000));

        Scan scan = project.scan();

        assertEquals(
                List.of(100_000, 200_000),
                scan.found().stream().map(each -> each.spots().size()).sorted().toList());
    }

    @Test
    void manyShortValuesOfOneKindAreHashedOnce() throws Exception {
        project.write("dist/shop.js", "e={VITE_ADMIN_PASSWORD:'hunter22'};\n".repeat(50_000));

        Scan scan = project.scan();

        assertEquals(50_000, scan.found().getFirst().spots().size());
        assertEquals(Optional.of(1), scan.found().getFirst().location().map(each -> each.line()));
    }
}
