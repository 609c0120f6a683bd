package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look for tokens outside of built output. */
class SecretsCommandsTest {
    private static final String KEY = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String all(Run run) {
        String all = (run.out() + run.err()).replaceAll("\\s+", " ");
        assertFalse(all.contains(KEY.substring(12)), all);
        return all;
    }

    private static void says(int code, String words, Run run) {
        String all = all(run);
        assertEquals(code, run.code(), all);
        assertTrue(all.contains(words), all);
    }

    private Run scan(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "secrets";
        args[1] = "scan";
        args[2] = root.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Run.of(args);
    }

    @Test
    void findsATokenInAFileAndSaysWhere() throws IOException {
        write("src/a.ts", "// a\nconst key = '" + KEY + "'\n");
        write("src/b.ts", "const b = 1\n");
        says(1, "secrets.stripe-secret-key", scan());
        says(1, "src/a.ts:2:14", scan());
        says(1, "looked at 2 files", scan());
        assertEquals(1, Run.of("secrets", "scan", root.resolve("src/a.ts").toString()).code());
        assertEquals(0, Run.of("secrets", "scan", root.resolve("src/b.ts").toString()).code());
    }

    @Test
    void findsATokenInANameAndShowsNothingOfIt() throws IOException {
        write("keys/" + KEY + ".txt", "hello");
        write(KEY + "/a.txt", "password = 'x" + KEY.substring(20, 40) + "'");
        for (String format : new String[] {"text", "json", "sarif", "junit"}) {
            says(1, "secrets.stripe-secret-key", scan("--format", format));
        }
        write("keys/named.txt", "hello");
        assertEquals(
                0, Run.of("secrets", "scan", root.resolve("keys/named.txt").toString()).code());
    }

    @Test
    void aHarmlessTokenHidesNoWorseOneInIt() throws IOException {
        write("a.env", "x = postgres://app:Zx81kqP9wL@127.0.0.1/" + KEY);
        says(1, "secrets.stripe-secret-key", scan());
        write(
                "holdfast.yaml",
                """
                apiVersion: holdfast/v1
                secrets:
                  rules:
                    - id: own-note
                      name: note
                      severity: info
                      confidence: high
                      forms: ['deploy:sk_live_[A-Za-z0-9]{96}']
                      examples: ['{form}']
                      counterExamples: ['hello']
                """);
        write("a.env", "x = deploy:" + KEY);
        says(1, "secrets.stripe-secret-key", scan());
    }

    @Test
    void aServerThatOnlyBeginsLikeThisMachineIsNone() throws IOException {
        for (String host :
                new String[] {"127.0.0.1.prod.corp.io", "localhost:1,prod.corp.io:27017"}) {
            write("a.env", "u = mongodb://app:Zx81kqP9wL7q@" + host + "/db");
            says(1, "secrets.database-url", scan());
        }
        write("a.env", "u = mongodb://app:Zx81kqP9wL7q@127.0.0.1:27017/db");
        says(0, "secrets.database-url", scan());
    }

    @Test
    void aPipeThatIsNamedIsNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = root.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        says(3, "is a pipe", Run.of("secrets", "scan", pipe.toString()));
    }

    @Test
    void oneValueInTwoFilesIsOneResultWithTwoPlaces() throws IOException {
        write("a.txt", KEY);
        write("b.txt", "\n" + KEY);
        Run run = scan("--format", "json");
        assertEquals(1, run.out().split("\"secrets.stripe-secret-key\"", -1).length - 1, run.out());
        assertTrue(run.out().contains("\"otherLocations\""), run.out());
    }

    @Test
    void anEmptyFolderIsUndecided() throws IOException {
        says(3, "there is no file to look at", scan());
        write("a.txt", "hello");
        says(0, "CLEAR", scan());
    }

    @Test
    void findsWhatIsDecodedAndSaysHow() throws IOException {
        String once = Base64.getEncoder().encodeToString(("key: " + KEY).getBytes());
        String twice = Base64.getEncoder().encodeToString(once.getBytes());
        write("a.yml", "data: " + twice);
        Run run = scan("--format", "json");
        assertEquals(1, run.code(), run.out());
        String said = run.out().replaceAll("\\s+", "");
        assertTrue(said.contains("\"decodedFrom\":[\"base64\",\"base64\"]"), said);
        write("a.yml", "data: " + Base64.getEncoder().encodeToString(twice.getBytes()));
        assertEquals(0, scan().code());
    }

    @Test
    void findsTextInUtf16() throws IOException {
        Files.write(root.resolve("a.txt"), ("k=" + KEY).getBytes(StandardCharsets.UTF_16));
        says(1, "a.txt:1:3", scan());
        Files.write(root.resolve("a.txt"), ("k=" + KEY).getBytes(StandardCharsets.UTF_16LE));
        says(1, "a.txt:1:3", scan());
    }

    @Test
    void looksIntoArchives() throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(root.resolve("a.bin")))) {
            zip.putNextEntry(new ZipEntry("conf/app.yml"));
            zip.write(("key: " + KEY).getBytes(StandardCharsets.UTF_8));
        }
        Run run = scan("--format", "json");
        assertEquals(1, run.code(), run.out());
        assertTrue(run.out().contains("zip conf/app.yml"), run.out());
        Files.write(
                root.resolve("a.bin"),
                new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0});
        says(3, "is packed as 7z, which is not opened", scan());
    }

    @Test
    void readsTheStandardInput() {
        says(1, "stdin:2:5", Run.of(bytes("\nkey=" + KEY), "secrets", "stdin"));
        says(0, "looked at 5 bytes", Run.of(bytes("hello"), "secrets", "stdin"));
        says(3, "the standard input was empty", Run.of(bytes(""), "secrets", "stdin"));
    }

    @Test
    void theSameValueHasTheSameHashEverywhere() throws IOException {
        write("dist/a.js", "let k='" + KEY + "'");
        write("package.json", "{}");
        String bundle =
                Run.of("secrets", "bundle", root.resolve("dist").toString(), "--format", "json")
                        .out();
        String hash = bundle.replaceAll("(?s).*\"valueHash\": \"([^\"]+)\".*", "$1");
        assertTrue(scan("--format", "json").out().contains(hash), hash);
    }

    @Test
    void listsAndExplainsItsRules() {
        says(0, "secrets.stripe-secret-key", Run.of("secrets", "rules"));
        says(0, "\"provider\": \"Stripe\"", Run.of("secrets", "rules", "--format", "json"));
        says(0, "How to fix it", Run.of("secrets", "explain", "stripe-secret-key"));
        says(0, "What it is found by", Run.of("secrets", "explain", "stripe-secret-key"));
        says(0, "algolia_admin", Run.of("secrets", "explain", "algolia-admin-key"));
        says(2, "did you mean", Run.of("secrets", "explain", "stripe-secret-kay"));
    }

    @Test
    void excludedPathsAreSaid() throws IOException {
        write("holdfast.yaml", "apiVersion: holdfast/v1\npaths: {exclude: [old]}\n");
        write("old/a.txt", KEY);
        write("new/a.txt", "hello");
        says(0, "\"path\": \"old\"", scan("--format", "json"));
    }

    @Test
    void aTokenInTheTargetOfALinkIsFound() throws IOException {
        write("a.txt", "hello");
        Files.createSymbolicLink(root.resolve("link"), Path.of("nowhere/" + KEY));
        Run run = scan("--format", "json");
        says(1, "secrets.stripe-secret-key", run);
        assertFalse(run.out().contains(KEY), run.out());
    }

    @Test
    void aLinkOutOfTheTreeIsSaidAndNotFollowed(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("a.txt"), KEY);
        write("a.txt", "hello");
        Files.createSymbolicLink(root.resolve("link"), outside);
        says(0, "is a link out of the tree", scan("--format", "json"));
    }
}
