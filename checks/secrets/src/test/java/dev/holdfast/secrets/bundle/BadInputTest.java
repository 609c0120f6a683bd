package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.fixture.Fixture;
import dev.holdfast.secrets.fixture.Scan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
    @TempDir private Path folder;
    private Fixture project;

    @BeforeEach
    void project() throws IOException {
        project = Fixture.bare(folder, 7);
        project.write("dist/shop.js", "let key = \"" + project.token("STRIPE_SECRET") + "\";\n");
    }

    private static Outcome folderOutcome(Scan scan) {
        assertEquals(1, scan.folders().size());
        return scan.folders().getFirst().outcome();
    }

    private static List<String> names(Scan scan) {
        return scan.found().stream().map(scan::name).sorted().toList();
    }

    @Test
    void linkOutOfTheProjectIsNotApplicableWithItsTarget(@TempDir Path elsewhere) throws Exception {
        Path target = Files.writeString(elsewhere.resolve("x.js"), project.token("GITHUB"));
        Files.createSymbolicLink(project.root().resolve("dist/x.js"), target);

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable dist/x.js:1:1: is a link out of the folder, to "
                                + target),
                scan.others());
        assertEquals(List.of("STRIPE_SECRET"), names(scan));
    }

    @Test
    void linkInsideTheFolderIsLookedAtWhereItPoints() throws Exception {
        Files.createSymbolicLink(project.root().resolve("dist/copy.js"), Path.of("shop.js"));

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable dist/copy.js:1:1: is a link to shop.js, which is"
                                + " looked at there"),
                scan.others());
        assertEquals(1, scan.value("STRIPE_SECRET").spots().size());
    }

    @Test
    void linkToWhatThePolicyLeavesOutIsNotSaidToBeLookedAt() throws Exception {
        project.write("dist/vendor/lib.js", project.token("GITHUB"));
        Files.createSymbolicLink(project.root().resolve("dist/lib.js"), Path.of("vendor/lib.js"));

        Scan scan =
                project.scan(
                        List.of(project.root().resolve("dist")),
                        List.of(),
                        List.of("dist/vendor/**"));

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable dist/lib.js:1:1: is a link to vendor/lib.js, which"
                                + " the policy leaves out"),
                scan.others());
        assertEquals(List.of("STRIPE_SECRET"), names(scan));
        assertEquals(Outcome.PASS, folderOutcome(scan));
        assertEquals(2, scan.folders().getFirst().properties().get("excluded"));
    }

    @Test
    void linkToNothingIsNotApplicable() throws Exception {
        Files.createSymbolicLink(project.root().resolve("dist/old.js"), Path.of("gone.js"));

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle not-applicable dist/old.js:1:1: is a link to gone.js, which is"
                                + " not there"),
                scan.others());
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    @Test
    void folderThatContainsItselfIsUnknown() throws Exception {
        Files.createSymbolicLink(project.root().resolve("dist/again"), Path.of("."));

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/again:1:1: is a link to ., a folder that contains"
                                + " it"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
        assertEquals(1, scan.value("STRIPE_SECRET").spots().size());
    }

    @Test
    void linksThatLeadInACircleAreUnknown() throws Exception {
        Files.createSymbolicLink(project.root().resolve("dist/a"), Path.of("b"));
        Files.createSymbolicLink(project.root().resolve("dist/b"), Path.of("a"));

        Scan scan = project.scan();

        assertEquals(
                Scan.lines(
                        """
                        secrets.bundle unknown dist/a:1:1: is a link to b that leads in a circle or cannot be followed
                        secrets.bundle unknown dist/b:1:1: is a link to a that leads in a circle or cannot be followed
                        """),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void unreadableFileIsUnknown() throws Exception {
        Path file = project.write("dist/locked.js", "1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(file)) {
            String reason = "skipped: this user (root) may read every file";
            System.out.println("unreadableFileIsUnknown " + reason);
            Assumptions.abort(reason);
        }

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/locked.js:1:1: could not be read: no permission"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void pipeIsNotOpened() throws Exception {
        Process make =
                new ProcessBuilder("mkfifo", project.root().resolve("dist/pipe.js").toString())
                        .inheritIO()
                        .start();
        assertEquals(0, make.waitFor());

        // Opening it for reading would wait for a writer for ever.
        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/pipe.js:1:1: is neither a file nor a folder (a pipe"
                                + " or device) and was not looked at"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void fileThatIsGoneWhenItsTurnComesIsUnknown() {
        BundleFile gone =
                new BundleFile(
                        project.root().resolve("dist/gone.js"), "dist/gone.js", 5, Exposure.SERVED);

        FileScanner.Scanned scanned = Scanners.plain(project.root()).scan(gone);

        assertEquals(
                List.of("could not be read: it is gone"),
                scanned.results().stream().map(Result::message).toList());
        assertEquals(false, scanned.complete());
    }

    @Test
    void invalidUtf8IsSearchedAndUnknown() throws Exception {
        byte[] token = project.token("GITHUB").getBytes(StandardCharsets.US_ASCII);
        byte[] content = new byte[token.length + 4];
        content[0] = (byte) 0xC3;
        content[1] = '"';
        System.arraycopy(token, 0, content, 2, token.length);
        content[content.length - 2] = '"';
        content[content.length - 1] = (byte) 0x80;
        project.write("dist/latin.js", content);

        Scan scan = project.scan();

        assertEquals(List.of("GITHUB", "STRIPE_SECRET"), names(scan));
        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/latin.js:1:1: is text by its name and not UTF-8; it"
                                + " was searched byte by byte, so a value with letters outside of ASCII"
                                + " may be missed"),
                scan.others());
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void fileAboveTheLimitIsUnknownAndNotRead() throws Exception {
        Path file = project.write("dist/film.bin", project.token("GITHUB"));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }

        Scan scan = project.scan();

        assertEquals(
                List.of(
                        "secrets.bundle unknown dist/film.bin:1:1: has 5368709120 bytes, more than the"
                                + " limit, and was not looked at"),
                scan.others());
        assertEquals(List.of("STRIPE_SECRET"), names(scan));
        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
    }

    @Test
    void longFileIsReadToItsEnd() throws Exception {
        Path file = project.write("dist/film.bin", "");
        long at = (100L << 20) + 12_345;
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(at);
            sparse.write(project.token("GITHUB").getBytes(StandardCharsets.US_ASCII));
            sparse.setLength(120L << 20);
        }

        Scan scan = project.scan();

        assertEquals(List.of("dist/film.bin:1:" + (at + 1)), Scan.places(scan.value("GITHUB")));
        assertEquals(Outcome.PASS, folderOutcome(scan));
    }

    @Test
    void emptyFolderIsUnknown(@TempDir Path empty) throws Exception {
        Scan scan = Fixture.bare(empty, 7).scan();

        assertEquals(Outcome.UNKNOWN, folderOutcome(scan));
        assertTrue(
                scan.folders().getFirst().message().contains("nothing was looked at"),
                scan.folders().getFirst().message());
        assertEquals(0, scan.findings().files());
    }

    @Test
    void folderOfFoldersIsUnknown(@TempDir Path empty) throws Exception {
        Fixture bare = Fixture.bare(empty, 7);
        Files.createDirectories(bare.root().resolve("dist/assets/js"));

        assertEquals(Outcome.UNKNOWN, folderOutcome(bare.scan()));
    }

    @Test
    void missingFolderAndFileInItsPlaceAreUnknown() throws Exception {
        project.write("built.js", "1");

        Scan scan =
                project.scan(
                        List.of(project.root().resolve("gone"), project.root().resolve("built.js")),
                        List.of());

        assertEquals(
                List.of(
                        "there is no folder gone, so it was not looked at",
                        "built.js is not a folder, so it was not looked at"),
                scan.folders().stream().map(Result::message).toList());
        assertTrue(scan.folders().stream().allMatch(each -> each.outcome() == Outcome.UNKNOWN));
    }

    @Test
    void fileAtWhichTheScanBreaksIsAnErrorAndTellsNoPartOfIt() throws Exception {
        Recognizer broken =
                new Recognizer() {
                    @Override
                    public List<String> anchors() {
                        return List.of("bang");
                    }

                    @Override
                    public Match at(byte[] bytes, int length, int anchor) {
                        throw new IllegalStateException(Latin1.text(bytes, 0, length));
                    }

                    @Override
                    public int reach() {
                        return 8;
                    }
                };
        FileScanner scanner =
                new FileScanner(
                        Scanners.search(Engine.of(List.of(broken), List.of())),
                        project.root(),
                        1 << 20);
        Path path = project.root().resolve("dist/shop.js");
        BundleFile file = new BundleFile(path, "dist/shop.js", 5, Exposure.SERVED);

        assertEquals(true, scanner.scan(file).complete());
        Files.writeString(path, "bang " + project.token("GITHUB"));
        FileScanner.Scanned scanned = scanner.scan(file);

        assertEquals(false, scanned.complete());
        assertEquals(Outcome.ERROR, scanned.results().getFirst().outcome());
        String message = scanned.results().getFirst().message();
        assertTrue(
                message.matches(
                        "the scan broke here with IllegalStateException at BadInputTest\\.java:\\d+;"
                                + " the file is not decided"),
                message);
    }

    @Test
    void environmentFileInTheOutputIsServed() throws Exception {
        project.write("dist/deep/.env", "SHOP_PASSWORD=kQ8-zzTop9!xR\nMODE=production\n");

        Scan scan = project.scan();

        Result value =
                scan.found().stream()
                        .filter(each -> each.check().value().equals("secrets.env-value"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(List.of("dist/deep/.env:1:15"), Scan.places(value));
        assertEquals("served", value.properties().get("exposure"));
        assertEquals(2, scan.found().size());
    }
}
