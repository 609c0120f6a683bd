package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.PackageManager;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.secrets.BundleDirectories;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkflowDraftTest {
    private static final String CHECK = "\"$RUNNER_TEMP/holdfast/scripts/holdfast\" check";

    private static List<Set<Technology>> subsets() {
        return Surveys.subsets();
    }

    private static Workflow workflow(Survey survey) {
        return Workflow.of(Surveys.content(Surveys.plan(survey), WorkflowDraft.PATH));
    }

    private static Workflow workflow(NodePackage... packages) {
        return workflow(survey(Optional.empty(), Set.of(), packages));
    }

    private static Survey survey(
            Optional<String> nodeVersionFile, Set<String> classicYarn, NodePackage... packages) {
        List<NodePackage> all = List.of(packages);
        List<String> folders = all.stream().map(NodePackage::folder).toList();
        Stack stack =
                new Stack(
                        all.isEmpty() ? Map.of() : Map.of(Technology.NODE, folders),
                        all,
                        List.of());
        return new Survey(
                "",
                stack,
                all,
                classicYarn,
                nodeVersionFile,
                true,
                false,
                BundleDirectories.names(),
                Survey.Hooks.PRE_COMMIT,
                List.of(),
                List.of());
    }

    private static NodePackage locked(String folder, PackageManager manager, boolean build) {
        return new NodePackage(folder, Optional.of(manager), true, build);
    }

    private static NodePackage member(String folder) {
        return new NodePackage(folder, Optional.empty(), false, true);
    }

    @ParameterizedTest
    @MethodSource("subsets")
    void givesNoMoreRightsThanNeeded(Set<Technology> technologies) {
        Workflow workflow = workflow(Surveys.survey(Surveys.stack(technologies, List.of(""))));

        assertEquals(List.of("contents"), workflow.keys("permissions"));
        assertEquals("read", Workflow.text(workflow.root(), "permissions", "contents"));
        // The job that runs scripts of packages takes nothing beyond that.
        assertTrue(workflow.find("jobs", "check", "permissions").isEmpty());
        assertEquals(
                List.of("contents", "actions", "security-events"),
                workflow.keys("jobs", "upload", "permissions"));
        assertEquals(List.of(), workflow.scripts("upload"));
        assertEquals(1, count(workflow.text(), ": write"));
        assertEquals(List.of("pull_request", "push"), workflow.keys("on"));
    }

    @Test
    void pinsEveryActionToOneCommitWithItsVersion() {
        Workflow workflow = workflow(locked("", PackageManager.PNPM, true));
        Pattern pinned =
                Pattern.compile("uses: ([\\w-]+/[\\w./-]+)@([0-9a-f]{40}) # (v\\d+\\.\\d+\\.\\d+)");
        Map<String, String> pins = new HashMap<>();

        List<String> uses =
                workflow.text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.contains("uses:"))
                        .toList();
        for (String line : uses) {
            Matcher pin = pinned.matcher(line);
            assertTrue(pin.matches(), line);
            String other = pins.put(pin.group(1), pin.group(2) + pin.group(3));
            assertTrue(other == null || other.equals(pin.group(2) + pin.group(3)), line);
        }
        assertEquals(7, uses.size());
        assertEquals(6, pins.size());
    }

    @Test
    void leavesNoTokenOnDisk() {
        Workflow workflow = workflow(locked("", PackageManager.NPM, true));

        List<YamlNode> checkouts =
                workflow.steps().stream()
                        .filter(step -> Workflow.text(step, "uses").startsWith("actions/checkout@"))
                        .toList();
        assertEquals(2, checkouts.size());
        for (YamlNode step : checkouts) {
            assertEquals("false", Workflow.text(step, "with", "persist-credentials"));
        }
    }

    @ParameterizedTest
    @MethodSource("subsets")
    void putsNoExpressionIntoAScript(Set<Technology> technologies) {
        Workflow workflow =
                workflow(Surveys.survey("apps/x", Surveys.stack(technologies, List.of("", "a b"))));

        for (YamlNode step : workflow.steps()) {
            assertFalse(Workflow.text(step, "run").contains("${{"), Workflow.text(step, "run"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NPM  | true  | false | npm ci                         | npm run build
                    PNPM | true  | false | pnpm install --frozen-lockfile | pnpm run build
                    YARN | true  | false | yarn install --immutable       | yarn run build
                    YARN | true  | true  | yarn install --frozen-lockfile | yarn run build
                    BUN  | true  | false | bun install --frozen-lockfile  | bun run build
                    NPM  | false | false | npm install                    | npm run build
                    PNPM | false | false | pnpm install                   | pnpm run build
                    """)
    void installsAndBuildsWithTheManagerOfTheProject(
            PackageManager manager, boolean locked, boolean classic, String install, String build) {
        NodePackage root = new NodePackage("", Optional.of(manager), locked, true);
        Workflow workflow =
                workflow(survey(Optional.empty(), classic ? Set.of("") : Set.of(), root));

        List<String> scripts = workflow.scripts("check");
        int installed = scripts.indexOf(install);
        assertTrue(installed >= 0, scripts.toString());
        assertEquals(build, scripts.get(installed + 1));
        assertTrue(scripts.getLast().startsWith(CHECK), scripts.getLast());
        assertEquals(!locked, workflow.text().contains("There is no lock file"));
    }

    @Test
    void checksAndReportsAndNeverForgivesAnExitCode() {
        Workflow workflow = workflow(locked("", PackageManager.NPM, true));

        String check = workflow.scripts("check").getLast();
        assertTrue(check.contains(" --report sarif=\"$RUNNER_TEMP/holdfast.sarif\""), check);
        assertTrue(check.contains(" --report markdown=\"$GITHUB_STEP_SUMMARY\""), check);
        for (String pardon : List.of("continue-on-error", "|| true", "set +e", "always()")) {
            assertFalse(workflow.text().contains(pardon), pardon);
        }
        assertEquals("report", uploaded(workflow));
        assertTrue(Workflow.text(workflow.root(), "jobs", "upload", "if").contains("!cancelled()"));
    }

    private static String uploaded(Workflow workflow) {
        YamlNode last = workflow.steps("upload").getLast();
        assertTrue(Workflow.text(last, "uses").startsWith("github/codeql-action/upload-sarif@"));
        return Workflow.text(last, "with", "sarif_file");
    }

    @Test
    void saysThatThereIsNoReleaseYet() {
        Workflow workflow = workflow();

        assertTrue(workflow.text().contains("no published release yet"), workflow.text());
        assertEquals("", Workflow.text(workflow.root(), "env", "HOLDFAST_COMMIT"));
        assertTrue(workflow.scripts("check").getFirst().contains("exit 2"));
    }

    @Test
    void buildsEachMemberOfAMonorepoFromTheRootsLockFile() {
        Workflow workflow =
                workflow(
                        locked("", PackageManager.PNPM, false),
                        member("apps/api"),
                        member("apps/my web"));

        assertEquals(1, count(workflow.text(), "run: pnpm install --frozen-lockfile"));
        assertEquals(
                List.of("", "apps/api", "apps/my web"),
                workflow.steps("check").stream()
                        .filter(step -> Workflow.text(step, "run").matches("pnpm (install|run).*"))
                        .map(step -> Workflow.text(step, "working-directory"))
                        .toList());
    }

    @Test
    void installsWhereALockFileIsNearest() {
        Workflow workflow =
                workflow(
                        locked("", PackageManager.NPM, false),
                        locked("site", PackageManager.YARN, true),
                        member("tool"));

        List<String> scripts = workflow.scripts("check");
        assertTrue(scripts.contains("yarn install --immutable"), scripts.toString());
        assertTrue(scripts.contains("npm ci"), scripts.toString());
        assertEquals(1, count(workflow.text(), "corepack enable yarn"));
    }

    @ParameterizedTest
    @EnumSource
    void commentsIn80Columns(PackageManager manager) {
        workflow(new NodePackage("", Optional.of(manager), false, true), member("web"))
                .text()
                .lines()
                .filter(line -> line.strip().startsWith("#"))
                .forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void takesTheVersionOfNodeFromTheProject() {
        NodePackage root = locked("", PackageManager.NPM, true);

        assertTrue(
                workflow(survey(Optional.of(".nvmrc"), Set.of(), root))
                        .text()
                        .contains("node-version-file: '.nvmrc'"));
        assertTrue(workflow(root).text().contains("node-version: lts/*"));
    }

    @Test
    void saysThatNothingIsBuilt() {
        Workflow workflow = workflow(new NodePackage("", Optional.empty(), false, false));

        assertTrue(workflow.text().contains("nothing is built here"), workflow.text());
        assertFalse(workflow.text().contains("setup-node"), workflow.text());
    }

    @Test
    void checksTheFolderThatThePolicyIsFor() {
        Workflow workflow =
                workflow(Surveys.survey("apps/it's", Surveys.stack(Set.of(), List.of())));

        YamlNode check =
                workflow.steps("check").stream()
                        .filter(step -> Workflow.text(step, "run").startsWith(CHECK))
                        .findFirst()
                        .orElseThrow();
        assertEquals("apps/it's", Workflow.text(check, "working-directory"));
    }

    @Test
    void keepsEveryFolderNameInItsPlace() {
        long seed = 20_261_103L;
        SplittableRandom random = new SplittableRandom(seed);
        int built = 0;
        for (int i = 0; i < 500; i++) {
            String name = FolderNames.random(random);
            String about = "seed " + seed + ", folder " + name;
            Workflow workflow = workflow(locked(name, PackageManager.NPM, true));
            List<String> folders =
                    workflow.steps("check").stream()
                            .map(step -> Workflow.text(step, "working-directory"))
                            .filter(folder -> !folder.isEmpty())
                            .toList();
            if (Quoted.isSafe(name)) {
                built++;
                assertEquals(List.of(name, name), folders, about);
            } else {
                assertEquals(List.of(), folders, about);
                assertTrue(workflow.text().contains("# Not built: "), about);
            }
            assertEquals(2, workflow.keys("jobs").size(), about);
            int expected = Quoted.isSafe(name) ? 5 : 3;
            assertEquals(expected, workflow.scripts("check").size(), about);
        }
        assertTrue(built > 50, "seed " + seed + " makes too few safe names: " + built);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
