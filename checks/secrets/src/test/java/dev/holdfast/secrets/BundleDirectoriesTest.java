package dev.holdfast.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.bundle.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleDirectoriesTest {
    @TempDir private Path root;

    private void write(String... files) throws IOException {
        for (String each : files) {
            Path file = root.resolve(each);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, "");
        }
    }

    private List<String> found(List<String> excludes) throws IOException {
        return shown(BundleDirectories.find(root, excludes).folders());
    }

    private List<String> shown(List<Path> paths) {
        return paths.stream().map(each -> root.relativize(each).toString()).toList();
    }

    @Test
    void findsWhatLiesBesideAPackageAtAnyDepth() throws IOException {
        write("package.json", "dist/x", "public/x", "build/x");
        write("a/b/c/d/e/f/g/h/package.json", "a/b/c/d/e/f/g/h/dist/x");
        write("target/package.json", "target/out/x", "vendor/lib/dist/x.java");

        assertEquals(
                List.of("a/b/c/d/e/f/g/h/dist", "build", "dist", "public", "target/out"),
                found(List.of()));
    }

    @Test
    void namesOfOneFrameworkAloneCountWhereverTheyLie() throws IOException {
        write(
                "apps/web/.next/x",
                "apps/site/.output/x",
                "docs/.vitepress/dist/a/b.js",
                "a/.cache/dist/b.js");

        assertEquals(
                List.of("apps/site/.output", "apps/web/.next", "docs/.vitepress/dist"),
                found(List.of()));
    }

    @Test
    void otherNamesCountWithoutAPackageWhenTheyHoldWhatBrowsersLoad() throws IOException {
        write("apps/web/dist/index.html", "apps/shop/build/assets/a.js", "tool/build/tool.class");
        write("server/public/a.js", "java/build/reports/tests/index.html");

        assertEquals(List.of("apps/shop/build", "apps/web/dist"), found(List.of()));
    }

    @Test
    void neverLooksIntoInstalledPackages() throws IOException {
        write("node_modules/a/package.json", "node_modules/a/dist/a.js", "vendor/a/dist/a.js");

        assertEquals(List.of(), found(List.of()));
    }

    @Test
    void saysWhatThePolicyLeavesOut() throws IOException {
        write("package.json", "dist/x", "apps/package.json", "apps/dist/x");

        OutputFolders found = BundleDirectories.find(root, List.of("apps/dist"));

        assertEquals(List.of("dist"), shown(found.folders()));
        assertEquals(List.of("apps/dist"), shown(found.excluded()));
    }

    @Test
    void foldersThatLieTooDeepAreSaid() throws IOException {
        String deep = "d/".repeat(65);
        write(deep + "package.json", deep + "dist/x", "package.json", "dist/x");

        OutputFolders found = BundleDirectories.find(root, List.of());

        assertEquals(List.of("dist"), shown(found.folders()));
        assertEquals(List.of("d/".repeat(64) + "d"), shown(found.unreadable()));
    }
}
