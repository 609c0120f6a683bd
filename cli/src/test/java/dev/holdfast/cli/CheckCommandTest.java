package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code holdfast check} decides, and what it leaves undecided. */
class CheckCommandTest {
    private static final String NEXT =
            "{\"scripts\":{\"build\":\"next build\"},\"dependencies\":{\"next\":\"16.0.0\"}}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Run check(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "check";
        args[1] = root.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Run.of(args);
    }

    private static void says(int code, String words, Run run) {
        assertEquals(code, run.code(), run.out() + run.err());
        assertTrue(run.out().replaceAll("\\s+", " ").contains(words), run.out());
    }

    @Test
    void anEmptyFolderIsUndecided() {
        says(3, "nothing was looked at", check());
    }

    @Test
    void aCleanOutputIsClear() throws IOException {
        write("dist/app.js", "console.log('hello');");
        says(0, "CLEAR", check());
    }

    @Test
    void aFrontEndThatWasNotBuiltIsUndecidedWhateverIsInItsPublicFolder() throws IOException {
        write("package.json", NEXT);
        write("public/robots.txt", "User-agent: *");
        says(3, "has a build script, and no built output of it is here", check());
        write(".next/static/chunks/a.js", "console.log('hello');");
        says(0, "CLEAR", check());
    }

    @Test
    void onePackageThatWasNotBuiltLeavesAWorkspaceUndecided() throws IOException {
        write("package.json", "{\"workspaces\":[\"apps/*\"]}");
        write("apps/shop/package.json", NEXT);
        write("apps/shop/.next/static/a.js", "console.log('hello');");
        write("apps/admin/package.json", NEXT);
        says(3, "the package in apps/admin has a build script", check());
    }

    @Test
    void aLibraryThatOnlyTestsWithViteNeedsNoOutput() throws IOException {
        write("package.json", "{\"devDependencies\":{\"vite\":\"8.0.0\"}}");
        says(3, "nothing was looked at", check());
        assertFalse(check().out().contains("build script"));
    }

    @Test
    void aPublicFolderAloneDecidesNothingWhereSomethingBuilds() throws IOException {
        write(
                "package.json",
                "{\"scripts\":{\"build\":\"ng build\"},\"dependencies\":{\"@angular/core\":\"21.0.0\"}}");
        write("public/robots.txt", "User-agent: *");
        says(3, "has a build script, and no built output of it is here", check());
        write("dist/browser/main.js", "console.log('hello');");
        says(0, "CLEAR", check());
    }

    @Test
    void aPublicFolderOfAProjectThatBuildsNothingIsLookedAt() throws IOException {
        write("package.json", "{}");
        write("public/index.html", "<p>hello</p>");
        says(0, "CLEAR", check());
        write("public/app.js", "const k = '" + key() + "';");
        says(1, "public/app.js:1:12", check());
    }

    @Test
    void technologiesThatNoCheckLooksAtAreNamed() throws IOException {
        write("dist/app.js", "console.log('hello');");
        assertFalse(check().out().contains("no check of this version"));
        write("Dockerfile", "FROM debian:12\n");
        write("package.json", "{\"dependencies\":{\"@nestjs/core\":\"11.0.0\"}}");
        says(0, "found here, and no check of this version looks at it: NestJS, Docker", check());
    }

    @Test
    void whatOtherLanguagesBuildIsNotTakenForAFrontEnd() throws IOException {
        write("dist/shop-1.0.tar.gz", "not looked at");
        write("build/classes/Shop.class", "neither");
        says(3, "no built output was found", check());
    }

    @Test
    void outputThatThePolicyLeavesOutIsSaidAndIsNoPass() throws IOException {
        write("dist/app.js", "console.log('hello');");
        write("holdfast.yaml", "apiVersion: holdfast/v1\npaths: {exclude: [dist]}\n");
        says(3, "is left out by the policy", check());
    }

    @Test
    void aLinkOutOfTheProjectIsSaidWithItsTarget(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(elsewhere.resolve("app.js"), "console.log('hello');");
        Files.createSymbolicLink(root.resolve("dist"), elsewhere);
        says(3, "is a link out of the project, to " + elsewhere, check());
    }

    @Test
    void aLinkInsideTheProjectIsFollowed() throws IOException {
        write("output/real/app.js", "const k = '" + key() + "';");
        Files.createSymbolicLink(root.resolve("dist"), Path.of("output", "real"));
        says(1, "output/real/app.js:1:12", check());
    }

    @Test
    void waiversThatNeedNothingMakeNoPass() throws IOException {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        for (LocalDate expires : List.of(today.minusDays(1), today.plusDays(3))) {
            write(
                    ".holdfast/waivers.yaml",
                    """
                    apiVersion: holdfast/v1
                    waivers:
                      - {id: W-1, check: secrets.npm-token, scope: {paths: [dist/**]}, kind: accepted-risk,
                         reason: r, owner: o, created: %s, expires: %s}
                    """
                            .formatted(today.minusDays(5), expires));
            says(3, "nothing was looked at", check());
        }
    }

    @Test
    void anInvalidPolicyIsSaidAtItsPlace() throws IOException {
        write("holdfast.yaml", "apiVersion: holdfast/v1\ngate:\n  blok: [critical]\n");
        Run run = check();
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(
                run.err()
                        .startsWith("holdfast.yaml:3:3: unknown key 'blok', did you mean 'block'?"),
                run.err());
    }

    @Test
    void aPolicyUnderTheOtherEndingIsNotIgnored() throws IOException {
        write("holdfast.yml", "apiVersion: holdfast/v1\n");
        Run run = check();
        assertEquals(2, run.code());
        assertTrue(
                run.err().startsWith("holdfast.yml:1:1: the policy file is called holdfast.yaml"),
                run.err());
    }

    @Test
    void aRequiredCheckThatNobodyMadeLeavesItUndecided() throws IOException {
        write("dist/app.js", "console.log('hello');");
        write("holdfast.yaml", "apiVersion: holdfast/v1\ngate: {requireChecks: [policy.valid]}\n");
        says(3, "required and not looked at to the end: policy.valid", check());
        Run validate = Run.of("policy", "validate", root.resolve("holdfast.yaml").toString());
        assertEquals(0, validate.code(), validate.out() + validate.err());
    }

    @Test
    void aCommandIsNotAskedForWhatItCannotReport() throws IOException {
        write("dist/app.js", "console.log('hello');");
        write("holdfast.yaml", "apiVersion: holdfast/v1\ngate: {requireChecks: [policy.valid]}\n");
        Run bundle = Run.of("secrets", "bundle", root.resolve("dist").toString());
        assertEquals(0, bundle.code(), bundle.out() + bundle.err());
    }

    private static String key() {
        return "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dcAb3dE5";
    }
}
