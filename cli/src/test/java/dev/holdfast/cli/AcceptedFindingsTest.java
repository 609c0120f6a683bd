package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waivers and baselines that somebody has crafted, through the whole program. */
class AcceptedFindingsTest {
    private static final String POLICY = "apiVersion: holdfast/v1\n";
    private static final String MAP =
            "{\"version\":3,\"sources\":[\"x.ts\"],\"sourcesContent\":[\"let a\"],\"mappings\":\"AAAA\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void aRepository() throws IOException {
        root = folder.toRealPath().resolve("project");
        Files.createDirectories(root.resolve(".git"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Run run(String... words) {
        String[] args = new String[words.length + 1];
        System.arraycopy(words, 0, args, 0, words.length);
        args[words.length] = root.toString();
        return Run.of(args);
    }

    private static void ends(int code, String words, Run run) {
        String said = (run.out() + run.err()).replaceAll("\\s+", " ");
        assertEquals(code, run.code(), said);
        assertTrue(said.contains(words), said);
    }

    private String waiver() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return """
        apiVersion: holdfast/v1
        waivers:
          - {id: W-1, check: secrets.stripe-secret-key, scope: {paths: ["**"]}, kind: accepted-risk,
             reason: r, owner: o, created: %s, expires: %s}
        """
                .formatted(today.minusDays(1), today.plusDays(3));
    }

    @Test
    void theMapOfAPageThatIsBuiltLaterIsNotInTheBaseline() throws IOException {
        write("holdfast.yaml", POLICY + "gate: {block: [medium]}\n");
        write("dist/index-AAAAAAA1.js", "console.log(1)");
        write("dist/index-AAAAAAA1.js.map", MAP);
        ends(0, "1 baselined", run("baseline", "create"));
        ends(0, "1 baselined", run("check"));
        write("dist/index-BBBBBBB2.js", "console.log(2)");
        write("dist/index-BBBBBBB2.js.map", MAP);
        ends(1, "1 fail, 1 baselined", run("check"));
        ends(0, "2 baselined", run("baseline", "create"));
        // A build gives both another name, and both stay what they are.
        Files.delete(root.resolve("dist/index-AAAAAAA1.js.map"));
        write("dist/index-CCCCCCC3.js.map", MAP);
        ends(0, "2 baselined", run("check"));
    }

    @Test
    void whatIsNotBuiltYetIsNotPruned() throws IOException {
        write("holdfast.yaml", POLICY + "baseline: {neverFor: [], ratchet: true}\n");
        write("dist/a.js", key());
        ends(0, "1 baselined", run("baseline", "create"));
        String made = Files.readString(root.resolve(".holdfast/baseline.json"));
        Files.move(root.resolve("dist"), folder.resolve("later"));
        ends(3, "UNDECIDED: nothing was looked at", run("check"));
        ends(3, "0 of 1 entry dropped", run("baseline", "prune"));
        assertEquals(made, Files.readString(root.resolve(".holdfast/baseline.json")));
    }

    @Test
    void aBaselineIsNotMadeOfARunThatLookedAtNothing() throws IOException {
        write("holdfast.yaml", POLICY + "baseline: {neverFor: []}\n");
        write("dist/a.js", key());
        ends(0, "holds 1 entry", run("baseline", "create"));
        String made = Files.readString(root.resolve(".holdfast/baseline.json"));
        Files.move(root.resolve("dist"), folder.resolve("later"));
        ends(3, "was left as it is, because nothing was looked at", run("baseline", "create"));
        assertEquals(made, Files.readString(root.resolve(".holdfast/baseline.json")));
    }

    @Test
    void aBaselineIsNeverWrittenOutOfTheProject() throws IOException {
        write("dist/a.js", "console.log(1)");
        Files.createDirectories(root.resolve(".holdfast"));
        Path file = root.resolve(".holdfast/baseline.json");
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        for (Path target : List.of(precious, folder.resolve("nowhere"), folder)) {
            Files.createSymbolicLink(file, target);
            ends(2, ".holdfast/baseline.json is in the way", run("baseline", "create"));
            Files.delete(file);
        }
        Files.createDirectory(file);
        ends(2, ".holdfast/baseline.json is in the way", run("baseline", "create"));
        Files.delete(file);
        Files.delete(root.resolve(".holdfast"));
        Files.createSymbolicLink(root.resolve(".holdfast"), folder);
        ends(2, ".holdfast is in the way", run("baseline", "create"));
        assertEquals("mine", Files.readString(precious));
        assertFalse(Files.exists(folder.resolve("nowhere"), LinkOption.NOFOLLOW_LINKS));
        assertFalse(Files.exists(folder.resolve("baseline.json"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aBaselineMayBeALinkInsideTheProject() throws IOException {
        write("dist/a.js", "console.log(1)");
        Path real = write("config/baseline.json", "");
        Files.createDirectories(root.resolve(".holdfast"));
        Path link = root.resolve(".holdfast/baseline.json");
        Files.createSymbolicLink(link, Path.of("../config/baseline.json"));
        ends(0, "holds 0 entries", run("baseline", "create"));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(real).startsWith("{\"apiVersion\""));
    }

    @Test
    void waiversBehindALinkOutOfTheProjectSilenceNothing() throws IOException {
        write("dist/a.js", key());
        Path elsewhere = Files.writeString(folder.resolve("waivers.yaml"), waiver());
        Files.createDirectories(root.resolve(".holdfast"));
        Path link = root.resolve(".holdfast/waivers.yaml");
        Files.createSymbolicLink(link, elsewhere);
        ends(1, "it is a link out of the project", run("check"));
        Files.delete(link);
        Files.writeString(link, waiver());
        ends(0, "1 waived", run("check"));
    }

    @Test
    void theFilesLieInTheProject() throws IOException {
        write("dist/a.js", "console.log(1)");
        for (String section : List.of("waivers", "baseline")) {
            write("holdfast.yaml", POLICY + section + ": {file: ../x}\n");
            ends(
                    2,
                    "holdfast.yaml:2:"
                            + (section.length() + 10)
                            + ": '"
                            + section
                            + ".file' leads out of the project",
                    run("check"));
            for (String bad : List.of("/tmp/x", "", "\"a\\0b\"", "\"a\\uD800b\"")) {
                write("holdfast.yaml", POLICY + section + ": {file: " + bad + "}\n");
                ends(2, "holdfast.yaml:2:", run("check"));
            }
        }
        write("holdfast.yaml", POLICY + "waivers: {file: config/../w.yaml}\n");
        ends(0, "CLEAR", run("check"));
    }

    @Test
    void namesThatAreNoneAreInvalidAndNoBug() throws IOException {
        write("dist/a.js", "console.log(1)");
        for (String key : List.of("directories", "envFiles")) {
            for (String bad : List.of("\"a\\0b\"", "\"a\\uD800b\"")) {
                write(
                        "holdfast.yaml",
                        POLICY + "secrets: {bundle: {" + key + ": [" + bad + "]}}\n");
                ends(2, "holdfast.yaml:2:", run("check"));
            }
        }
    }

    @Test
    void aPolicyThatMakesChecksCountForLessIsSeen() throws IOException {
        write("dist/a.js", key());
        write(
                "holdfast.yaml",
                POLICY
                        + "gate: {block: []}\n"
                        + "checks:\n"
                        + "  secrets.stripe-secret-key: {severity: info}\n"
                        + "  secrets.npm-token: {enabled: false}\n"
                        + "  bundle.served-map: {severity: critical, enabled: true}\n");
        Run run = run("check");
        ends(
                0,
                "lowers the severity of secrets.stripe-secret-key from critical to info"
                        + " (holdfast.yaml:4:41)",
                run);
        ends(0, "switches off secrets.npm-token (holdfast.yaml:5:32)", run);
        ends(0, "the gate default blocks no severity at all", run);
        assertFalse(run.out().contains("of bundle.served-map"), run.out());
    }

    @Test
    void aRepositoryThatCannotBeReadHidesNothing() throws IOException {
        write("holdfast.yaml", POLICY + "baseline: {neverFor: []}\n");
        write("dist/a.js", key());
        ends(0, "1 baselined", run("baseline", "create"));
        Files.move(root.resolve("dist/a.js"), root.resolve("dist/b.js"));
        Files.writeString(root.resolve(".git/config"), "[broken");
        ends(1, "git could not be asked for renamed files", run("check"));
    }

    @Test
    void outputDoesNotDecideAboutItself() throws IOException {
        write("holdfast.yaml", POLICY);
        write("dist/assets/a.js", key());
        for (String planted : List.of("dist/holdfast.yaml", "dist/assets/holdfast.yaml")) {
            Path policy = write(planted, POLICY + "gate: {block: []}\n");
            ends(
                    2,
                    planted + " lies in what is looked at",
                    Run.of("secrets", "bundle", root.resolve("dist/assets").toString()));
            Files.delete(policy);
        }
        String output = root.resolve("dist").toString();
        ends(1, "policy holdfast.yaml", Run.of("secrets", "bundle", output));
        Files.delete(root.resolve(".git"));
        write("dist/.holdfast/waivers.yaml", waiver());
        ends(2, ".holdfast lies in what is looked at", Run.of("secrets", "bundle", output));
    }

    @Test
    void anEmptyNameIsNotTheCurrentFolder() {
        ends(2, "the name is empty", Run.of("check", ""));
        ends(2, "the name is empty", Run.of("secrets", "bundle", ""));
        ends(2, "the name is empty", Run.of("check", "--policy="));
    }

    @Test
    void helpIsShownBehindAnArgumentToo() {
        assertEquals(Run.of("check", "--help"), Run.of("check", "dist", "--help"));
        assertEquals(Run.of("secrets", "bundle", "-h"), Run.of("secrets", "bundle", "dist", "-h"));
        ends(2, "there is no command", Run.of("help", "chek"));
    }

    @Test
    void aKeyFileThatIsNoneIsSaid() throws IOException {
        write("dist/a.js", "console.log(1)");
        Path file = write(".holdfast/fingerprint.key", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        ends(2, ".holdfast/fingerprint.key: the fingerprint key is easy to guess", run("check"));
        Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 1, 2, 3, 4, 5, 6, 7, 8});
        ends(2, ".holdfast/fingerprint.key: is not text", run("check"));
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nowhere"));
        ends(2, ".holdfast/fingerprint.key: is a link to nowhere, or no file", run("check"));
        Files.delete(file);
        Files.createDirectory(file);
        ends(2, ".holdfast/fingerprint.key: is a link to nowhere, or no file", run("check"));
        Files.delete(file);
        write(".holdfast/fingerprint.key", "0123456789abcdef0123456789abcdef\n");
        ends(0, "CLEAR", run("check"));
    }

    private static String key() {
        return "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dcAb3dE5";
    }
}
