package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.stack.Technology;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlSequence;
import dev.holdfast.secrets.BundleDirectories;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookDraftTest {

    private static List<YamlNode> hooks(Survey survey) {
        Workflow file = Workflow.of(Surveys.content(Surveys.plan(survey), HookDraft.PATH));
        YamlNode local = ((YamlSequence) file.find("repos").orElseThrow()).items().getFirst();
        assertEquals("local", Workflow.text(local, "repo"));
        return ((YamlSequence) Workflow.find(local, "hooks").orElseThrow()).items();
    }

    private static Survey built(String folder) {
        return Surveys.survey(folder, Surveys.stack(Set.of(Technology.NODE), List.of("")));
    }

    private static boolean waits(YamlNode hook, String path) {
        // Python and Java read these expressions alike.
        return Pattern.compile(Workflow.text(hook, "files")).matcher(path).find();
    }

    @Test
    void callsHoldfastOnceAndNotForEachFile() {
        List<YamlNode> hooks = hooks(built(""));

        assertEquals("holdfast policy validate", Workflow.text(hooks.getFirst(), "entry"));
        assertEquals("holdfast check --quiet", Workflow.text(hooks.getLast(), "entry"));
        for (YamlNode hook : hooks) {
            assertEquals("system", Workflow.text(hook, "language"));
            assertEquals("false", Workflow.text(hook, "pass_filenames"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".env",
                ".env.production",
                "apps/web/.env.local",
                ".holdfast/waivers.yaml",
                ".holdfast/baseline.json",
            })
    void looksAtACommitOfWhatTheCheckReads(String path) {
        assertTrue(waits(hooks(built("")).getLast(), path), path);
    }

    @Test
    void looksAtACommitOfEachKindOfOutput() {
        YamlNode check = hooks(built("")).getLast();

        assertFalse(BundleDirectories.names().isEmpty());
        for (String name : BundleDirectories.names()) {
            assertTrue(waits(check, name + "/a.js"), name);
            assertTrue(waits(check, "apps/web/" + name + "/b/c.js"), name);
            assertFalse(waits(check, "x" + name + "/a.js"), name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "src/app.ts",
                "package.json",
                "src/environment.ts",
                "src/.environment",
                ".holdfast/.gitignore",
                "apps/.holdfast/waivers.yaml",
                "holdfastXyaml",
                "distribution/a.js",
            })
    void letsOtherCommitsPass(String path) {
        for (YamlNode hook : hooks(built(""))) {
            // What is staged may hold a token whatever it is called.
            if (!Workflow.text(hook, "id").equals("holdfast-secrets")) {
                assertFalse(waits(hook, path), path);
            }
        }
    }

    @Test
    void looksAtWhatIsStagedOfEveryCommit() {
        YamlNode staged = hooks(built("")).get(1);

        assertEquals("holdfast secrets staged --quiet", Workflow.text(staged, "entry"));
        assertTrue(Workflow.find(staged, "files").isEmpty());
        assertTrue(Workflow.find(staged, "stages").isEmpty());
        assertEquals(2, hooks(built("apps/web")).size());
    }

    @Test
    void validatesThePolicyOnlyWhenItChanges() {
        YamlNode policy = hooks(built("")).getFirst();

        assertTrue(waits(policy, "holdfast.yaml"));
        assertFalse(waits(policy, "apps/holdfast.yaml"));
        assertFalse(waits(policy, ".env"));
    }

    @Test
    void keepsAnyFolderNameInItsPlace() {
        long seed = 20_261_104L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            String name = FolderNames.random(random);
            if (!Quoted.isSafe(name)) {
                continue;
            }
            String about = "seed " + seed + ", folder " + name;
            List<YamlNode> hooks = hooks(built(name));
            assertTrue(waits(hooks.getFirst(), name + "/holdfast.yaml"), about);
            assertFalse(waits(hooks.getFirst(), "other/holdfast.yaml"), about);
            assertTrue(waits(hooks.getLast(), name + "/dist/a.js"), about);
            assertFalse(waits(hooks.getLast(), "dist/a.js"), about);
            assertEquals(
                    List.of("holdfast", "check", "--quiet", expected(name)),
                    words(Workflow.text(hooks.getLast(), "entry")),
                    about);
        }
    }

    private static String expected(String name) {
        return name.startsWith("-") ? "./" + name : name;
    }

    /** The words of a shell command that knows no quotes but single ones. */
    private static List<String> words(String command) {
        return Pattern.compile("(?:'[^']*'|\\\\'|[^\\s'])+")
                .matcher(command)
                .results()
                .map(word ->
                        word.group().replace("'\\''", "\0").replace("'", "").replace("\0", "'"))
                .toList();
    }

    @Test
    void waitsToBeCalledWhereNothingIsBuilt() {
        Survey nothing = Surveys.survey(Surveys.stack(Set.of(Technology.DOCKER), List.of("")));

        List<YamlNode> stages =
                ((YamlSequence) Workflow.find(hooks(nothing).getLast(), "stages").orElseThrow())
                        .items();

        assertEquals(1, stages.size());
        assertTrue(Workflow.find(hooks(built("")).getLast(), "stages").isEmpty());
    }
}
