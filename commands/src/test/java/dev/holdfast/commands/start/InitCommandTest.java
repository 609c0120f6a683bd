package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InitCommandTest {
    private static final List<String> WRITTEN =
            List.of(
                    "holdfast.yaml",
                    ".holdfast/.gitignore",
                    ".github/workflows/holdfast.yml",
                    ".pre-commit-config.yaml");

    @TempDir private Path root;
    private ProjectFolder project = new ProjectFolder(Path.of(""));

    @BeforeEach
    void makeRepository() throws IOException {
        project = new ProjectFolder(root).withFolder(".git");
    }

    @Test
    void namesTheStepTowardsAProofWhereThereAreMigrations() throws IOException {
        project.with("apps/web/supabase/migrations/1_a.sql", "select 1;");
        String one = Invoked.init(root).out();
        assertTrue(
                one.contains(
                        "holdfast rls tenancy propose --migrations apps/web/supabase/migrations"),
                one);
        assertFalse(one.contains("rls.migrations"), one);
    }

    @Test
    void saysThatOneOfSeveralFoldersOfMigrationsHasToBeChosen() throws IOException {
        project.with("apps/web/supabase/migrations/1_a.sql", "select 1;")
                .with("services/api/migrations/1_a.sql", "select 1;");
        String several = Invoked.init(root).out();
        assertTrue(several.contains("rls.migrations"), several);
        assertTrue(several.contains("services/api/migrations"), several);
    }

    @Test
    void saysNothingOfTenantsWithoutMigrations() throws IOException {
        String none = Invoked.init(root).out();
        assertFalse(none.contains("rls tenancy"), none);
    }

    private static Stream<Integer> mixtures() {
        return IntStream.range(0, 1 << 7).boxed();
    }

    /** A project with the technologies that the bits name, as they are found on disk. */
    private void mix(int bits) throws IOException {
        List<String> dependencies = new ArrayList<>();
        List<String> names = List.of("next", "@nestjs/core", "vite", "webpack");
        for (int i = 0; i < names.size(); i++) {
            if ((bits >> i & 1) == 1) {
                dependencies.add("\"" + names.get(i) + "\":\"1\"");
            }
        }
        if (!dependencies.isEmpty()) {
            project.with(
                    "package.json",
                    "{\"scripts\":{\"build\":\"x\"},\"dependencies\":{"
                            + String.join(",", dependencies)
                            + "}}");
        }
        if ((bits >> 4 & 1) == 1) {
            project.with("supabase/config.toml", "");
        }
        if ((bits >> 5 & 1) == 1) {
            project.with("Dockerfile", "FROM scratch\n");
        }
        if ((bits >> 6 & 1) == 1) {
            project.with("deploy/app.yaml", "apiVersion: apps/v1\nkind: Deployment\n");
        }
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void writesAPolicyThatValidatesAndTouchesNothingTheSecondTime(int bits) throws IOException {
        mix(bits);

        assertEquals(0, Invoked.init(root).exitCode());
        WRITTEN.forEach(path -> assertTrue(project.has(path), path));
        assertEquals(0, Invoked.validate(root).exitCode());

        Map<String, String> before = project.tree();
        Invoked again = Invoked.init(root);
        assertEquals(0, again.exitCode());
        assertTrue(again.out().contains("Nothing to write."), again.out());
        assertEquals(4, again.out().split("exists, left alone: ", -1).length - 1, again.out());
        assertEquals(before, project.tree());
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void saysEverythingIn80Columns(int bits) throws IOException {
        mix(bits);

        Invoked.init(root).out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @ParameterizedTest
    @CsvSource({"text", "json"})
    void writesNothingInADryRun(String format) throws IOException {
        mix(0b1110011);
        Map<String, String> before = project.tree();

        Invoked run = Invoked.init(root, "--dry-run", "--format", format);

        assertEquals(0, run.exitCode());
        assertEquals(before, project.tree());
    }

    @Test
    void showsEachFileWholeInADryRunJustAsItIsWritten() throws IOException {
        mix(0b0110001);

        String shown = Invoked.init(root, "--dry-run").out();
        Invoked.init(root);

        for (String path : WRITTEN) {
            assertTrue(
                    shown.contains("--- " + path + "\n" + project.read(path)),
                    "not shown: " + path);
        }
        assertTrue(shown.endsWith("Nothing was written: this was a dry run.\n"), shown);
    }

    @Test
    void touchesNoFileThatIsThere() throws IOException {
        mix(1);
        Map<String, String> own = new LinkedHashMap<>();
        WRITTEN.forEach(path -> own.put(path, "# mine: " + path + "\n"));
        for (Map.Entry<String, String> file : own.entrySet()) {
            project.with(file.getKey(), file.getValue());
        }
        Map<String, String> before = project.tree();

        Invoked run = Invoked.init(root);

        assertEquals(0, run.exitCode());
        assertEquals(before, project.tree());
        WRITTEN.forEach(
                path -> assertTrue(run.out().contains("differs, left alone: " + path), run.out()));
        run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        // How to add each piece by hand.
        assertTrue(run.out().contains("- builtin: nextjs\n"), run.out());
        assertTrue(run.out().contains("/fingerprint.key\n"), run.out());
        assertTrue(run.out().contains("--report markdown=\"$GITHUB_STEP_SUMMARY\"\n"), run.out());
        assertTrue(run.out().contains("        - repo: local\n"), run.out());
    }

    @Test
    void writesOnlyWhatIsMissing() throws IOException {
        project.with("holdfast.yaml", "apiVersion: holdfast/v1\n");

        Invoked run = Invoked.init(root);

        assertEquals("apiVersion: holdfast/v1\n", project.read("holdfast.yaml"));
        assertTrue(run.out().contains("Wrote 3 files."), run.out());
    }

    @Test
    void doesNotRepeatAPieceThatIsThere() throws IOException {
        Invoked.init(root);
        project.with(
                ".pre-commit-config.yaml",
                project.read(".pre-commit-config.yaml") + "  - repo: meta\n    hooks: []\n");

        Invoked run = Invoked.init(root);

        assertTrue(run.out().contains("it has the piece already"), run.out());
        assertFalse(run.out().contains("by hand:"), run.out());
    }

    @Test
    void knowsAPolicyThatExtendsWhatItShould() throws IOException {
        mix(1);
        project.with(
                "holdfast.yaml",
                "apiVersion: holdfast/v1\nextends: [{builtin: base}, {builtin: nextjs},"
                        + " {builtin: node}]\n");
        assertFalse(Invoked.init(root).out().contains("by hand:"));

        project.with("Dockerfile", "FROM scratch\n");
        assertTrue(Invoked.init(root).out().contains("- builtin: docker\n"));
    }

    @Test
    void doesNotTakeThePieceOfAnotherFolderForItsOwn() throws IOException {
        project.withFolder("one").withFolder("two");
        Invoked.init(root, "one");

        Invoked run = Invoked.init(root, "two");

        assertFalse(run.out().contains("it has the piece already"), run.out());
        assertTrue(run.out().contains("entry: holdfast check --quiet two\n"), run.out());
        assertTrue(run.out().contains("working-directory: 'two'\n"), run.out());
    }

    @Test
    void saysWhichPackageOfAMonorepoGotWhat() throws IOException {
        project.with("package.json", "{\"private\":true}")
                .with("pnpm-lock.yaml", "")
                .with(
                        "apps/my web/package.json",
                        "{\"scripts\":{\"build\":\"x\"},\"dependencies\":{\"next\":\"1\"}}")
                .with(
                        "apps/api/package.json",
                        "{\"scripts\":{\"build\":\"x\"},\"dependencies\":{\"@nestjs/core\":\"1\"}}");

        String out = Invoked.init(root).out();

        String flat = out.replaceAll("\\s+", " ");
        assertTrue(
                flat.contains(
                        "one policy for all packages: . (Node.js), apps/api (NestJS), apps/my web"
                                + " (Next.js)"),
                out);
        assertTrue(out.contains("- installs in .: pnpm install --frozen-lockfile\n"), out);
        assertTrue(out.contains("- builds in apps/api: pnpm run build\n"), out);
        assertTrue(out.contains("- builds in apps/my web: pnpm run build\n"), out);
        assertEquals(0, Invoked.validate(root).exitCode());
    }

    @Test
    void putsThePolicyIntoTheFolderAndTheWorkflowWhereGitHubReadsIt() throws IOException {
        project.with("package.json", "{}")
                .with("pnpm-lock.yaml", "")
                .with(
                        "apps/my web/package.json",
                        "{\"scripts\":{\"build\":\"x\"},\"dependencies\":{\"next\":\"1\"}}");

        Invoked run = Invoked.init(root, "apps/my web");

        assertEquals(0, run.exitCode());
        assertTrue(project.has("apps/my web/holdfast.yaml"));
        assertTrue(project.has("apps/my web/.holdfast/.gitignore"));
        assertFalse(project.has("holdfast.yaml"));
        Workflow workflow = Workflow.of(project.read(WorkflowDraft.PATH));
        assertTrue(workflow.scripts("check").contains("pnpm install --frozen-lockfile"));
        assertTrue(
                project.read(".pre-commit-config.yaml")
                        .contains("entry: 'holdfast check --quiet ''apps/my web'''"),
                project.read(".pre-commit-config.yaml"));
        assertEquals(0, Invoked.validate(root, "apps/my web/holdfast.yaml").exitCode());
    }

    @Test
    void saysThatAPolicyFurtherUpIsReplaced() throws IOException {
        project.with("holdfast.yaml", "apiVersion: holdfast/v1\n").withFolder("apps/web");

        Invoked run = Invoked.init(root.resolve("apps/web"));

        assertTrue(
                run.out().replaceAll("\\s+", " ").contains("note: holdfast.yaml lies further up"),
                run.out());
    }

    @Test
    void worksOutsideARepository(@TempDir Path plain) throws IOException {
        assertEquals(0, Invoked.init(plain).exitCode());

        assertTrue(new ProjectFolder(plain).has("holdfast.yaml"));
        assertEquals(0, Invoked.validate(plain).exitCode());
        assertEquals(0, Invoked.check(plain).exitCode());
    }

    @Test
    void saysThatNothingIsBuiltHere() throws IOException {
        Invoked run = Invoked.init(root);

        assertTrue(run.out().contains("builds nothing"), run.out());
        assertTrue(
                run.out()
                        .replaceAll("\\s+", " ")
                        .contains("so its files and its history are looked at"),
                run.out());
    }

    @Test
    void leavesTheHooksToHusky() throws IOException {
        project.with(".husky/pre-commit", "npm test\n");

        Invoked run = Invoked.init(root);

        assertFalse(project.has(".pre-commit-config.yaml"));
        assertEquals("npm test\n", project.read(".husky/pre-commit"));
        assertTrue(run.out().contains("      holdfast check --quiet\n"), run.out());

        project.with(".husky/pre-push", "holdfast check --quiet\n");
        assertFalse(Invoked.init(root).out().contains("husky"));
    }

    @Test
    void takesPreCommitWhereBothToolsAre() throws IOException {
        project.withFolder(".husky").with(".pre-commit-config.yaml", "repos: []\n");

        Invoked run = Invoked.init(root);

        assertTrue(run.out().contains("differs, left alone: .pre-commit-config.yaml"), run.out());
        assertFalse(run.out().contains("husky"), run.out());
    }

    @Test
    void warnsOfAnIgnoreFileThatHidesWaivers() throws IOException {
        project.with(".gitignore", "node_modules\n/.holdfast/\n");

        assertTrue(Invoked.init(root).out().contains("keeps .holdfast/ out of git"));

        project.with(".gitignore", "node_modules\n");
        assertFalse(Invoked.init(root).out().contains("keeps .holdfast/ out of git"));
    }

    @Test
    void givesThePlanAsJson() throws IOException {
        mix(0b0000001);
        project.with(".pre-commit-config.yaml", "repos: []\n");

        Invoked run = Invoked.init(root, "--format", "json");

        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals("holdfast.init/v1", json.get("schema").asString());
        assertFalse(json.get("dryRun").asBoolean());
        assertEquals("nextjs", json.get("stack").get(0).get("name").asString());
        List<String> actions = new ArrayList<>();
        for (JsonNode file : json.get("files")) {
            actions.add(file.get("action").asString());
            if (file.get("action").asString().equals("write")) {
                assertEquals(
                        project.read(file.get("path").asString()), file.get("content").asString());
            } else {
                assertTrue(file.get("byHand").get("piece").asString().startsWith("- repo: local"));
            }
        }
        assertEquals(List.of("write", "write", "write", "differs, left alone"), actions);
    }

    @Test
    void saysOnlyTheActionsWhenQuiet() throws IOException {
        assertEquals(
                """
                  write: holdfast.yaml
                  write: .holdfast/.gitignore
                  write: .github/workflows/holdfast.yml
                  write: .pre-commit-config.yaml
                """,
                Invoked.init(root, "--quiet").out());
    }

    @Test
    void refusesAFolderThatIsNotThere() throws IOException {
        project.with("file", "");

        for (String name : List.of("missing", "file")) {
            UserProblem problem = assertThrows(UserProblem.class, () -> Invoked.init(root, name));
            assertTrue(problem.what().contains("no folder " + name), problem.what());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--policy=a.yaml",
        "--environment=staging",
        "--format=sarif",
        "--report=json=x.json",
    })
    void refusesOptionsThatDoNotFit(String option) throws IOException {
        Map<String, String> before = project.tree();

        assertThrows(UserProblem.class, () -> Invoked.init(root, option));
        assertEquals(before, project.tree());
    }

    @Test
    void refusesAFolderWhoseNameIsAnExpression() throws IOException {
        project.withFolder("${{ github.token }}");
        Map<String, String> before = project.tree();

        assertThrows(UserProblem.class, () -> Invoked.init(root, "${{ github.token }}"));
        assertEquals(before, project.tree());
    }

    @Test
    void showsEscapeSequencesInNamesAndDoesNotObeyThem() throws IOException {
        project.with(
                "a\u001b[31m\nb/package.json",
                "{\"scripts\":{\"build\":\"x\"},\"dependencies\":{\"next\":\"1\"}}");

        String out = Invoked.init(root, "--dry-run").out();

        assertFalse(out.contains("\u001b"), out);
        assertTrue(out.contains("a\\u001B[31m\\u000Ab"), out);
        Invoked.init(root);
        assertEquals(0, Invoked.validate(root).exitCode());
    }
}
