package dev.holdfast.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendsTest {
    private static final String ZEROS = "0".repeat(64);

    @TempDir private Path folder;
    private Policies policies;

    @BeforeEach
    void start() {
        policies = new Policies(folder);
    }

    @Test
    void builtInProfileIsALayer() {
        Policy policy = policies.read("extends: [{builtin: base}]\n");
        assertEquals(List.of("staging", "production"), policy.environments());
        assertEquals(
                List.of("environments.staging.gate.unknown = warn (builtin:base)"),
                Policies.explain(policy, "environments.staging.gate.unknown"));
    }

    @Test
    void pinnedFileIsALayer() {
        policies.with("org.yaml", "waivers: {maxDays: {low: 7}}\n");
        Policy policy = policies.read("extends: [" + policies.pinned("org.yaml") + "]\n");
        assertEquals(
                List.of("waivers.maxDays.low = 7 (org.yaml:2:26)"),
                Policies.explain(policy, "waivers.maxDays.low"));
    }

    @Test
    void laterIsStrongerAndTheFileItselfIsStrongest() {
        policies.with("a.yaml", "sample: {least: 11, most: 11, label: a}\n");
        policies.with("b.yaml", "sample: {least: 12, most: 12}\n");
        String both = "extends: [" + policies.pinned("a.yaml") + ", " + policies.pinned("b.yaml");
        Policy policy = policies.read(both + "]\nsample: {least: 13}\n");
        assertEquals(
                List.of(
                        "sample.least = 13 (holdfast.yaml:3:17)",
                        "sample.most = 12 (b.yaml:2:27)",
                        "sample.label = a (a.yaml:2:38)"),
                Policies.explain(policy, "sample").subList(0, 4).stream()
                        .filter(each -> !each.contains("strict"))
                        .toList());
    }

    @Test
    void defaultOfALaterFileIsNotStrongerThanASetting() {
        policies.with("a.yaml", "sample: {least: 11}\n");
        policies.with("b.yaml", "");
        Policy policy =
                policies.read(
                        "extends: ["
                                + policies.pinned("a.yaml")
                                + ", "
                                + policies.pinned("b.yaml")
                                + "]\n");
        assertEquals(11, policy.number("sample", "least"));
    }

    @Test
    void relativePathStartsAtTheFileThatNamesIt() {
        policies.with("team/base.yaml", "sample: {label: right}\n");
        policies.with("base.yaml", "sample: {label: wrong}\n");
        policies.with(
                "team/org.yaml", "extends: [" + pinnedAs("base.yaml", "team/base.yaml") + "]\n");
        Policy policy = policies.read("extends: [" + policies.pinned("team/org.yaml") + "]\n");
        assertEquals(
                List.of("sample.label = right (team/base.yaml:2:17)"),
                Policies.explain(policy, "sample.label"));
    }

    @Test
    void policyInAFolderMayNameAFileAboveIt() throws IOException {
        policies.with("org/base.yaml", "sample: {label: x}\n");
        policies.with(
                "shop/holdfast.yaml",
                "extends: [" + pinnedAs("../org/base.yaml", "org/base.yaml") + "]\n");
        Project project = new Project(folder, folder.resolve("shop"), true);
        Policy policy = Policies.reader().read(project, folder.resolve("shop/holdfast.yaml"));
        assertEquals("shop/holdfast.yaml", policy.reference().path());
        assertEquals(
                List.of("sample.label = x (org/base.yaml:2:17)"),
                Policies.explain(policy, "sample.label"));
    }

    @Test
    void absolutePathIsTaken() {
        policies.with("org.yaml", "sample: {label: x}\n");
        String absolute = folder.resolve("org.yaml").toString();
        Policy policy = policies.read("extends: [" + pinnedAs(absolute, "org.yaml") + "]\n");
        assertEquals("x", policy.text("sample", "label"));
    }

    @Test
    void wrongPinIsRefusedAtThePinWithTheRightOne() {
        policies.with("org.yaml", "");
        UserProblem problem =
                policies.problem("extends:\n- file: org.yaml\n  sha256: '" + ZEROS + "'\n");
        assertEquals("holdfast.yaml:4:11: org.yaml is not the file that is pinned", problem.what());
        assertEquals(
                "read what changed in it; its SHA-256 now is " + policies.sha256("org.yaml"),
                problem.hint());
    }

    @Test
    void digestOfAFileThatIsNoPolicyIsNotPrinted() {
        policies.withExactly(".env", "TOKEN=1234\n");
        UserProblem problem =
                policies.problem("extends:\n- file: .env\n  sha256: '" + ZEROS + "'\n");
        assertEquals("holdfast.yaml:4:11: .env is not the file that is pinned", problem.what());
        assertEquals("it is no policy; is the path right?", problem.hint());
    }

    @Test
    void pinCoversEveryByte() throws IOException {
        policies.with("org.yaml", "sample: {label: x}\n");
        String extending = "extends: [" + policies.pinned("org.yaml") + "]\n";
        policies.read(extending);
        Files.writeString(
                folder.resolve("org.yaml"), Files.readString(folder.resolve("org.yaml")) + " ");
        assertTrue(policies.problem(extending).what().contains("is not the file that is pinned"));
    }

    @Test
    void fileWithoutAPinIsRefused() {
        policies.with("org.yaml", "");
        assertEquals(
                List.of("holdfast.yaml:3:3: 'sha256' is missing"),
                policies.problems("extends:\n- file: org.yaml\n"));
    }

    @Test
    void builtInProfileHasNoPin() {
        assertEquals(
                List.of("holdfast.yaml:4:3: unknown key 'sha256' (known here: builtin, lock)"),
                policies.problems("extends:\n- builtin: base\n  sha256: '" + ZEROS + "'\n"));
    }

    @Test
    void itemNamesExactlyOne() {
        List<String> expected =
                List.of("holdfast.yaml:3:3: name one of builtin, file here, and only one");
        assertEquals(expected, policies.problems("extends:\n- builtin: base\n  file: a\n"));
        assertEquals(expected, policies.problems("extends:\n- lock: [gate]\n"));
        assertEquals(
                List.of(
                        "holdfast.yaml:3:3: 'extends' expects a mapping with one of the keys"
                                + " builtin, file, not nextjs"),
                policies.problems("extends:\n- nextjs\n"));
    }

    @Test
    void pinIsSixtyFourHexadecimalDigits() {
        assertEquals(
                List.of(
                        "holdfast.yaml:2:31: 'ABC' is not a SHA-256 of 64 lower-case hexadecimal"
                                + " digits"),
                policies.problems("extends: [{file: org, sha256: ABC}]\n"));
    }

    @Test
    void fileThatCannotBeReadIsNamedAtItsPlace() throws IOException {
        Files.createDirectory(folder.resolve("org"));
        Files.createSymbolicLink(folder.resolve("nowhere.yaml"), folder.resolve("gone.yaml"));
        Files.createSymbolicLink(folder.resolve("loop.yaml"), folder.resolve("loop.yaml"));
        policies.with("file.yaml", "");
        assertEquals("2:18: org: is a folder, not a policy file", atFile("org"));
        assertEquals("2:18: missing.yaml: not found", atFile("missing.yaml"));
        assertEquals("2:18: nowhere.yaml: is a link to nowhere", atFile("nowhere.yaml"));
        assertEquals("2:18: the name of a file is missing", atFile("''"));
        assertEquals("2:18: 'a\\u0000b' is not the name of a file", atFile("\"a\\0b\""));
        assertTrue(atFile("loop.yaml").startsWith("2:18: loop.yaml: cannot be read: "));
        assertTrue(atFile("file.yaml/x").startsWith("2:18: file.yaml/x: "));
        assertTrue(atFile("n".repeat(5_000)).startsWith("2:18: nnn"));
    }

    @Test
    void fileThatIsNotThereIsLookedForBesideTheOneThatNamesIt() throws IOException {
        String missing = "extends: [{file: gone.yaml, sha256: '" + ZEROS + "'}]\n";
        assertEquals(
                "the path is relative to the file that names it", policies.problem(missing).hint());
        Files.createSymbolicLink(folder.resolve("gone.yaml"), folder.resolve("nowhere"));
        assertNull(policies.problem(missing).hint());
    }

    @Test
    void pipeIsNotWaitedFor() throws Exception {
        Process made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assertEquals(0, made.waitFor());
        assertEquals("2:18: pipe: is not a regular file", atFile("pipe"));
    }

    @Test
    void fileThatIsTooLargeIsSaidToBeThat() {
        policies.with("org.yaml", "#".repeat(1 << 20));
        assertEquals("2:18: org.yaml is larger than 1 MiB", atFile("org.yaml"));
        String largest = "#".repeat((1 << 20) - Policies.FIRST.length());
        policies.with("org.yaml", largest);
        policies.read("extends: [" + policies.pinned("org.yaml") + "]\n");
    }

    @Test
    void circleIsRefused() {
        // A true circle cannot be pinned, since each file would have to hold the other's digest.
        policies.with("a.yaml", "extends: [{file: holdfast.yaml, sha256: '" + ZEROS + "'}]\n");
        assertEquals(
                List.of("a.yaml:2:18: holdfast.yaml extends itself, here or through others"),
                policies.problems("extends: [" + policies.pinned("a.yaml") + "]\n"));
        assertEquals(
                "2:18: holdfast.yaml extends itself, here or through others",
                atFile("./holdfast.yaml"));
    }

    @Test
    void chainOfEightFilesIsTakenAndOfNineIsNot() {
        policies.with("1.yaml", "sample: {label: deep}\n");
        for (int i = 2; i <= 7; i++) {
            policies.with(i + ".yaml", "extends: [" + policies.pinned(i - 1 + ".yaml") + "]\n");
        }
        Policy policy = policies.read("extends: [" + policies.pinned("7.yaml") + "]\n");
        assertEquals("deep", policy.text("sample", "label"));
        policies.with("8.yaml", "extends: [" + policies.pinned("7.yaml") + "]\n");
        assertEquals(
                List.of("2.yaml:2:18: policies extend each other more than 8 files deep"),
                policies.problems("extends: [" + policies.pinned("8.yaml") + "]\n"));
    }

    @Test
    void fileMayBeExtendedTwice() {
        policies.with("base.yaml", "sample: {least: 20}\n");
        policies.with("a.yaml", "extends: [" + policies.pinned("base.yaml") + "]\n");
        policies.with("b.yaml", "extends: [" + policies.pinned("base.yaml") + "]\n");
        String a = policies.pinned("a.yaml");
        String b = policies.pinned("b.yaml");
        assertEquals(
                20,
                policies.read("extends: [%s, %s, %s]\n".formatted(a, b, a))
                        .number("sample", "least"));
    }

    @Test
    void thirtyTwoPoliciesMayBeExtended() {
        String most = "- builtin: base\n".repeat(32);
        policies.read("extends:\n" + most);
        assertEquals(
                List.of("holdfast.yaml:35:3: more than 32 policies are extended"),
                policies.problems("extends:\n" + most + "- builtin: base\n"));
    }

    @Test
    void filesThatMultiplyAreRefused() {
        policies.with("1.yaml", "");
        for (int i = 2; i <= 6; i++) {
            String below = policies.pinned(i - 1 + ".yaml");
            policies.with(i + ".yaml", "extends: [%s, %s, %s]\n".formatted(below, below, below));
        }
        String what = policies.problem("extends: [" + policies.pinned("6.yaml") + "]\n").what();
        assertTrue(what.endsWith(": more than 32 policies are extended"), what);
    }

    @Test
    void problemInAnExtendedFileIsReportedThere() {
        policies.with("org/bad.yaml", "gates: {}\n");
        assertEquals(
                List.of("org/bad.yaml:2:1: unknown key 'gates', did you mean 'gate'?"),
                policies.problems("extends: [" + policies.pinned("org/bad.yaml") + "]\n"));
    }

    @Test
    void fileCannotPassForABuiltInProfile() {
        policies.with("builtin:base", "sample: {label: x}\n");
        Policy policy =
                policies.read("extends: [" + pinnedAs("\"builtin:base\"", "builtin:base") + "]\n");
        assertEquals(
                List.of("sample.label = x (./builtin:base:2:17)"),
                Policies.explain(policy, "sample.label"));
        assertEquals(
                "./builtin:mine",
                policies.readFile("builtin:mine", Policies.FIRST).reference().path());
    }

    @Test
    void nameOfAFileGivesNoOrders() {
        policies.with("a\u001B[2J\nb.yaml", "sample: {label: x}\n");
        String name = "\"a\\e[2J\\nb.yaml\"";
        Policy policy = policies.read("extends: [" + pinnedAs(name, "a\u001B[2J\nb.yaml") + "]\n");
        assertEquals(
                List.of("sample.label = x (a\\u001B[2J\\u000Ab.yaml:2:17)"),
                Policies.explain(policy, "sample.label"));
        String what = atFile("\"c\\e[2J\\nd.yaml\"");
        assertFalse(what.contains("\n") || what.contains("\u001B"), what);
    }

    @Test
    void policyItselfMustBeAReadableFile() throws IOException {
        Project project = new Project(folder, folder, false);
        Files.createDirectory(folder.resolve("holdfast.yaml"));
        assertEquals(
                "holdfast.yaml: is a folder, not a policy file",
                assertThrows(
                                UserProblem.class,
                                () ->
                                        Policies.reader()
                                                .read(project, folder.resolve("holdfast.yaml")))
                        .what());
        assertEquals(
                "gone.yaml: not found",
                assertThrows(
                                UserProblem.class,
                                () -> Policies.reader().read(project, folder.resolve("gone.yaml")))
                        .what());
    }

    @Test
    void referenceNamesTheFileAndItsDigest() throws IOException {
        Policy policy = policies.read("gate: {unknown: warn}\n");
        assertEquals("holdfast.yaml", policy.reference().path());
        assertEquals(policies.sha256("holdfast.yaml"), policy.reference().sha256());
        Path elsewhere = Files.createTempFile("elsewhere", ".yaml");
        try {
            Files.writeString(elsewhere, Policies.FIRST, StandardCharsets.UTF_8);
            assertEquals(
                    elsewhere.toString(),
                    Policies.reader()
                            .read(new Project(folder, folder, false), elsewhere)
                            .reference()
                            .path());
        } finally {
            Files.delete(elsewhere);
        }
    }

    private String pinnedAs(String written, String name) {
        return "{file: " + written + ", sha256: '" + policies.sha256(name) + "'}";
    }

    /** The problem with a file in {@code extends}, behind the name of the policy. */
    private String atFile(String written) {
        List<String> problems =
                policies.problems("extends: [{file: " + written + ", sha256: '" + ZEROS + "'}]\n");
        assertEquals(1, problems.size(), String.join("\n", problems));
        return problems.getFirst().replaceFirst("^holdfast\\.yaml:", "");
    }
}
