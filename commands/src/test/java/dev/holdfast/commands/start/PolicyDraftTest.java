package dev.holdfast.commands.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.run.Capabilities;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.secrets.BundleDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDraftTest {
    private static final List<Set<Technology>> SUBSETS = Surveys.subsets();

    @TempDir private Path folder;

    private static List<Set<Technology>> subsets() {
        return SUBSETS;
    }

    private static String policyText(Stack stack) {
        return Surveys.content(Surveys.plan(Surveys.survey(stack)), "holdfast.yaml");
    }

    private Policy read(String text) throws IOException {
        Path file = folder.resolve("holdfast.yaml");
        Files.writeString(file, text);
        return Capabilities.policyReader().read(new Project(folder, folder, false), file);
    }

    @ParameterizedTest
    @MethodSource("subsets")
    void writesWhatThePolicyReaderTakes(Set<Technology> technologies) throws IOException {
        Stack stack = Surveys.stack(technologies, List.of("", "apps/web"));

        Policy policy = read(policyText(stack));

        assertEquals(List.of("staging", "production"), policy.environments());
        assertEquals(0, Invoked.validate(folder).exitCode());
    }

    @ParameterizedTest
    @MethodSource("subsets")
    void asksForWhatTheBuiltInProfileAsks(Set<Technology> technologies) throws IOException {
        Stack stack = Surveys.stack(technologies, List.of(""));

        Policy written = read(policyText(stack));
        Policy builtIn = Capabilities.policyReader().builtIn(stack);

        assertEquals(builtIn.gate(Optional.empty()), written.gate(Optional.empty()));
        for (String environment : builtIn.environments()) {
            assertEquals(
                    builtIn.gate(Optional.of(environment)),
                    written.gate(Optional.of(environment)),
                    environment);
        }
        assertEquals(builtIn.waivers(), written.waivers());
        assertEquals(builtIn.baseline(), written.baseline());
        assertEquals(builtIn.excludes(), written.excludes());
        assertEquals(
                builtIn.number("secrets", "bundle", "maxFileMiB"),
                written.number("secrets", "bundle", "maxFileMiB"));
        assertEquals(List.of(), written.texts("secrets", "bundle", "directories"));
    }

    @Test
    void looksAtFilesAndAtTheWholeHistory() throws IOException {
        Policy written = read(policyText(Surveys.stack(Set.of(), List.of(""))));
        assertTrue(written.flag("secrets", "tree", "enabled"));
        assertTrue(written.flag("secrets", "history", "enabled"));
        assertTrue(written.flag("secrets", "history", "all"));
    }

    @ParameterizedTest
    @MethodSource("subsets")
    void extendsAProfileForEachTechnology(Set<Technology> technologies) {
        String text = policyText(Surveys.stack(technologies, List.of("")));

        assertTrue(text.contains("  - builtin: base\n"), text);
        for (Technology each : Technology.values()) {
            assertEquals(
                    technologies.contains(each),
                    text.contains("  - builtin: " + each.word() + "\n"),
                    each.word());
            assertEquals(
                    technologies.contains(each), text.contains("#   " + each.title() + " "), text);
        }
        text.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void explainsEveryKey() {
        String text = policyText(Surveys.stack(Set.of(Technology.NEXTJS), List.of("")));

        boolean commented = false;
        for (String line : text.lines().toList()) {
            if (line.isBlank()) {
                commented = false;
            } else if (line.strip().startsWith("#")) {
                commented = true;
            } else {
                assertTrue(commented, "no comment above: " + line);
            }
        }
        assertTrue(text.startsWith("# yaml-language-server: $schema="), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    # directories: ",
                "    # envFiles: ",
                "      # requireChecks: ",
                "# checks:",
            })
    void showsOnlyExamplesThatAreValid(String start) throws IOException {
        String text = policyText(Surveys.stack(Set.of(Technology.DOCKER), List.of("")));
        int at = text.indexOf("\n" + start);
        assertTrue(at >= 0, start);
        String uncommented =
                start.equals("# checks:")
                        ? text.substring(0, at + 1)
                                + text.substring(at + 1).replaceAll("(?m)^# ", "")
                        : text.substring(0, at + 1) + text.substring(at + 1).replaceFirst("# ", "");

        Policy policy = read(uncommented);

        assertFalse(uncommented.equals(text));
        assertTrue(
                policy.explain("").stream().anyMatch(each -> each.key().contains(key(start))),
                start);
    }

    private static String key(String start) {
        return start.replaceAll("[#: ]", "");
    }

    @Test
    void takesTheExampleOfAnExcludedPath() throws IOException {
        String text = policyText(Surveys.stack(Set.of(), List.of("")));
        assertTrue(text.contains("[fixtures/**]"), text);

        assertEquals(
                List.of("fixtures/**"),
                read(text.replace("exclude: []", "exclude: [fixtures/**]")).excludes());
    }

    @Test
    void losesToAMisspeltKey() {
        String text = policyText(Surveys.stack(Set.of(), List.of("")));

        assertThrows(UserProblem.class, () -> read(text.replace("\nwaivers:", "\nwaivrs:")));
    }

    @Test
    void leavesToBeFoundWhatIsFoundEvenInTheDeepestPackage() throws IOException {
        Path deepest = folder.resolve("a/b/c/d/e/f");
        Path output = Files.createDirectories(deepest.resolve(".next"));
        Files.writeString(
                deepest.resolve("package.json"), "{\"dependencies\":{\"next\":\"16.0.0\"}}");
        Path beyond = Files.createDirectories(deepest.resolve("g"));
        Files.writeString(
                beyond.resolve("package.json"), "{\"dependencies\":{\"vite\":\"8.0.0\"}}");

        Stack stack = StackDetector.detect(folder);

        assertEquals(List.of("a/b/c/d/e/f"), stack.folders(Technology.NEXTJS));
        assertFalse(stack.has(Technology.VITE));
        assertFalse(read(policyText(stack)).isSet("secrets", "bundle", "directories"));
        assertEquals(List.of(output), BundleDirectories.find(folder, List.of()).folders());
    }

    @Test
    void survivesAnyNameOfAFolder() throws IOException {
        long seed = 20_261_102L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            String name = FolderNames.random(random);
            String deep = random.nextBoolean() ? "a/b/c/d/e/" + name : name;
            Stack stack = Surveys.stack(Set.of(Technology.NEXTJS, Technology.NODE), List.of(deep));
            try {
                read(policyText(stack));
            } catch (UserProblem refused) {
                throw new AssertionError("seed " + seed + ", folder " + deep, refused);
            }
        }
    }
}
