package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which part of a project {@code holdfast check} looks at, and what it says of the rest. */
class CheckScopeTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void makesARepository() throws IOException {
        root = folder.resolve("project");
        Files.createDirectories(root.resolve(".git"));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Run says(int code, String words, String... args) {
        Run run = Run.of(args);
        String all = (run.out() + run.err()).replaceAll("\\s+", " ");
        assertEquals(code, run.code(), all);
        assertTrue(all.contains(words), all);
        return run;
    }

    private String path(String below) {
        return root.resolve(below).toString();
    }

    @Test
    void aFolderOfARepositoryIsLookedAtAlone() throws IOException {
        write("apps/a/package.json", "{}");
        write("apps/a/dist/a.js", "let a = 1");
        write("apps/b/package.json", "{}");
        write("apps/b/dist/b.js", "let k = '" + KEY + "'");
        says(0, "only apps/a was looked at, as it was asked", "check", path("apps/a"));
        says(1, "apps/b/dist/b.js", "check", path("apps/b"));
        says(1, "apps/b/dist/b.js", "check", root.toString());
        says(1, "apps/b/dist/b.js", "check", path("apps/b/dist"));
        assertFalse(Run.of("check", root.toString()).out().contains("as it was asked"));
    }

    @Test
    void thePolicyAboveHoldsForAFolder() throws IOException {
        write("holdfast.yaml", "apiVersion: holdfast/v1\npaths: {exclude: [apps/a/dist/old.js]}\n");
        write("apps/a/package.json", "{}");
        write("apps/a/dist/new.js", "let a = 1");
        write("apps/a/dist/old.js", "let k = '" + KEY + "'");
        says(0, "1 path is excluded by policy", "check", path("apps/a"));
    }

    @Test
    void aPolicyAboveAFolderOutsideARepositoryIsSaid() throws IOException {
        Files.delete(root.resolve(".git"));
        write("holdfast.yaml", "apiVersion: holdfast/v1\n");
        write("app/dist/a.js", "let a = 1");
        String note = "../holdfast.yaml is not followed: outside a git repository";
        says(0, note, "check", path("app"));
        assertFalse(Run.of("check", root.toString()).out().contains("is not followed"));
        Files.createDirectory(root.resolve(".git"));
        assertFalse(Run.of("check", path("app")).out().contains("is not followed"));
    }

    @Test
    void aBuildThatDidNotFinishIsUndecided() throws IOException {
        write(".next/server/chunks/a.js", "let a = 1");
        says(3, "the build in .next did not finish", "check", root.toString());
        write(".next/BUILD_ID", "one");
        says(0, "CLEAR", "check", root.toString());
    }

    @Test
    void theCacheOfABuildIsNoOutput() throws IOException {
        write(".next/BUILD_ID", "one");
        write(".next/static/a.js", "let a = 1");
        write(".next/cache/webpack/0.js", "let k = '" + KEY + "'");
        Run run = says(0, "clear", "check", root.toString(), "--format", "json");
        assertTrue(run.out().contains(".next/cache"), run.out());
        says(1, ".next/cache/webpack/0.js", "secrets", "bundle", path(".next/cache"));
    }

    @Test
    void modulesOfAProgramAreNotServed() throws IOException {
        String nest = "{\"dependencies\":{\"@nestjs/core\":\"11.0.0\"%s}}";
        write("package.json", nest.formatted(""));
        write("dist/main.js", "let k = '" + KEY + "'");
        for (List<String> each : List.of(List.of("check", root.toString()), bundle("dist"))) {
            says(0, "in server output only", each.toArray(String[]::new));
        }
        write("package.json", nest.formatted(",\"next\":\"16.0.0\""));
        says(1, "in what browsers load", "secrets", "bundle", path("dist"));
    }

    private List<String> bundle(String output) {
        return List.of("secrets", "bundle", path(output));
    }

    @Test
    void aFileIsNoFolderOfOutput() throws IOException {
        write("dist/a.js", "let a = 1");
        says(2, "a.js is not a folder", "secrets", "bundle", path("dist/a.js"));
    }

    @Test
    void namesTheVariablesThatAreNotLookedFor() throws IOException {
        write("package.json", "{}");
        write("dist/a.js", "let a = 1");
        write(".env", "API_SECRET=k9Jq2Zr7Xw4Tn8Lp\nPORT=3000\nEMPTY=\n");
        says(0, "1 of 2 values of 1 .env file", "check", root.toString(), "--format", "json");
        says(0, "\"envLeftOut\": [ \"PORT\" ]", "check", root.toString(), "--format", "json");
    }

    @Test
    void oneValueInTwoFilesIsToldByTheVariableThatIsInlined() throws IOException {
        write("package.json", "{}");
        write("apps/web/package.json", "{}");
        write("apps/web/dist/a.js", "let a = 'k9Jq2Zr7Xw4Tn8Lp'");
        write(".env", "SESSION_SECRET=k9Jq2Zr7Xw4Tn8Lp\n");
        write("apps/web/.env", "VITE_SESSION_SECRET=k9Jq2Zr7Xw4Tn8Lp\n");
        says(1, "the value of VITE_SESSION_SECRET", "check", root.toString());
        write("apps/web/.env", "INNER_SECRET=k9Jq2Zr7Xw4Tn8Lp\n");
        says(1, "the value of INNER_SECRET", "check", root.toString());
    }

    @Test
    void aNamedFileOfValuesThatIsNotThereIsSaid() throws IOException {
        write(
                "holdfast.yaml",
                "apiVersion: holdfast/v1\nsecrets: {bundle: {envFiles: [prod.env]}}\n");
        write("dist/a.js", "let a = 1");
        says(3, "prod.env: there is no such file", "check", root.toString());
    }

    @Test
    void countsOneEntryAsOne() throws IOException {
        write("dist/a.js", "let a = 1");
        write("package.json", "{}");
        write(
                "dist/a.js.map",
                "{\"version\":3,\"sources\":[\"a.ts\"],\"sourcesContent\":[\"let a = 1\"],\"mappings\":\"AAAA\"}");
        says(0, "no entries in .holdfast/baseline.json", "baseline", "show", root.toString());
        Run.of("baseline", "create", root.toString());
        says(0, "1 entry in .holdfast/baseline.json", "baseline", "show", root.toString());
    }
}
