package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionIT {
    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Run run(String... args) throws IOException, InterruptedException {
        return Distribution.run(folder, PLAIN, Distribution.launcher(Distribution.BUILT), args);
    }

    private Run runIn(Path home, String... args) throws IOException, InterruptedException {
        return Distribution.run(folder, PLAIN, Distribution.launcher(home), args);
    }

    private Path copy() throws IOException {
        return Distribution.copyTo(folder.resolve("a copy"));
    }

    @Test
    void saysItsVersion() throws IOException, InterruptedException {
        assertEquals(new Run(0, "holdfast " + Main.VERSION + "\n", ""), run("--version"));
    }

    @Test
    void anEmptyFolderIsUndecided() throws IOException, InterruptedException {
        Run run = run("check");
        assertEquals(3, run.code());
        assertTrue(run.out().contains("nothing was looked at"), run.out());
        assertEquals("", run.err());
    }

    private Run shell(String line) throws IOException, InterruptedException {
        return Distribution.run(
                folder,
                Map.of("HOLDFAST", Distribution.launcher(Distribution.BUILT).toString()),
                Path.of("sh"),
                "-c",
                line);
    }

    @Test
    void readsWhatIsPipedIntoIt() throws IOException, InterruptedException {
        Run run = shell("printf hello | \"$HOLDFAST\" secrets stdin");
        assertTrue(run.out().contains("looked at 5 bytes"), run.out());
        assertEquals(0, run.code());
        Run none = shell("\"$HOLDFAST\" secrets stdin <&-");
        assertEquals(3, none.code(), none.out() + none.err());
    }

    @Test
    void honoursIgnoreFilesButNotForTrackedFiles() throws IOException, InterruptedException {
        String key = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);
        Files.createDirectories(folder.resolve("out/deep"));
        Files.writeString(folder.resolve("out/deep/a.txt"), key);
        Files.writeString(folder.resolve("b.log"), key);
        Files.writeString(folder.resolve(".gitignore"), "out/\n*.log\n");
        Files.writeString(folder.resolve("c.txt"), "hello");
        shell("git init -q .");
        Run ignored = run("secrets", "scan");
        assertEquals(0, ignored.code(), ignored.out());
        assertTrue(ignored.out().contains("2 paths that git ignores left out"), ignored.out());
        assertEquals(1, run("secrets", "scan", "--no-ignore").code());
        assertEquals(1, run("secrets", "scan", "out").code());
        shell("git add -f out/deep/a.txt");
        Run tracked = run("secrets", "scan");
        assertEquals(1, tracked.code(), tracked.out());
        assertTrue(tracked.out().contains("out/deep/a.txt"), tracked.out());
        assertTrue(tracked.out().contains("1 path that git ignores left out"), tracked.out());
    }

    @Test
    void looksAtTheIndexAndNotAtTheWorkTree() throws IOException, InterruptedException {
        String key = "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dc".repeat(4);
        String git = "git -c user.name=a -c user.email=a@example.com ";
        Files.writeString(folder.resolve("a.txt"), key);
        shell("git init -q . && git add a.txt");
        Files.writeString(folder.resolve("a.txt"), "hello");
        assertEquals(1, run("secrets", "staged").code());
        assertEquals(3, run("secrets", "history").code());
        shell(git + "commit -qm one && git add a.txt && " + git + "commit -qm two");
        Run nothing = run("secrets", "staged");
        assertEquals(0, nothing.code());
        assertTrue(nothing.out().contains("nothing is staged"), nothing.out());
        Run history = run("secrets", "history", "--format", "json");
        assertEquals(1, history.code(), history.out() + history.err());
        assertTrue(history.out().contains("\"atHead\": false"), history.out());
        assertTrue(history.out().contains("\"author\": \"a <a@example.com>\""), history.out());
        assertEquals(0, run("secrets", "scan").code());
        assertEquals(0, run("secrets", "history", "--since", "HEAD~1").code());
        assertEquals(2, run("secrets", "history", "--since", "nowhere").code());
    }

    @Test
    void isQuietWhenItsReaderLeaves() throws IOException, InterruptedException {
        Run run =
                Distribution.run(
                        folder,
                        Map.of("HOLDFAST", Distribution.launcher(Distribution.BUILT).toString()),
                        Path.of("sh"),
                        "-c",
                        // Not every shell waits for all of a pipe.
                        "mkfifo done; { \"$HOLDFAST\" policy schema; echo $? >code; echo >done; }"
                                + " | true & read -r _ <done");
        assertEquals("", run.err());
        assertEquals("3\n", Files.readString(folder.resolve("code")));
    }

    @Test
    void startsThroughLinksAndFromAnotherPlace() throws IOException, InterruptedException {
        Path home = copy();
        Path absolute = folder.resolve("absolute");
        Files.createSymbolicLink(absolute, Distribution.launcher(home));
        Path relative = folder.resolve("relative");
        Files.createSymbolicLink(relative, Path.of("absolute"));
        for (Path launcher : List.of(Distribution.launcher(home), absolute, relative)) {
            Run run = Distribution.run(folder, PLAIN, launcher, "--version");
            assertEquals(new Run(0, "holdfast " + Main.VERSION + "\n", ""), run);
        }
        Run onPath =
                Distribution.run(
                        folder,
                        Map.of("PATH", home.resolve("bin") + ":/usr/bin:/bin"),
                        Path.of("sh"),
                        "-c",
                        "holdfast --version");
        assertEquals(0, onPath.code(), onPath.err());
    }

    @Test
    void theArchiveUnpacksAndRunsWithItsCache() throws IOException, InterruptedException {
        Path archive;
        try (Stream<Path> built = Files.list(Distribution.BUILT.resolveSibling("."))) {
            archive =
                    built.filter(file -> file.toString().endsWith(".tar.gz"))
                            .findFirst()
                            .orElseThrow();
        }
        Run unpacked =
                Distribution.run(
                        folder, PLAIN, Path.of("tar"), "-xzf", archive.normalize().toString());
        assertEquals(0, unpacked.code(), unpacked.err());
        Path home = folder.resolve("holdfast");
        assertEquals(3, runIn(home, "check").code());
        for (String cache : List.of("start.aot", "check.aot", "probe.aot")) {
            FileTime made = Files.getLastModifiedTime(home.resolve("lib").resolve(cache));
            for (String jar : List.of("holdfast.jar", "extras.jar")) {
                FileTime packed = Files.getLastModifiedTime(home.resolve("lib").resolve(jar));
                assertTrue(packed.compareTo(made) <= 0, jar + " is newer than " + cache);
            }
        }
    }

    @Test
    void renderedHelpIsWhatTheProgramSays() throws IOException, InterruptedException {
        Path home = copy();
        for (List<String> words : new Tree(Commands.all(), Commands.GROUPS).pages()) {
            assertEquals(
                    Run.of(with(words, "--help")).out(),
                    Files.readString(home.resolve("lib/help").resolve(HelpPages.name(words))),
                    words.toString());
        }
        Files.delete(home.resolve("lib/help/holdfast-check.txt"));
        assertEquals(Run.of("check", "--help"), runIn(home, "check", "--help"));
    }

    private static String[] with(List<String> words, String last) {
        return Stream.concat(words.stream(), Stream.of(last)).toArray(String[]::new);
    }

    @Test
    void aBrokenCacheCostsTimeAndNothingElse() throws IOException, InterruptedException {
        Path home = copy();
        Path cache = home.resolve("lib/check.aot");
        byte[] whole = Files.readAllBytes(cache);
        Run sound = runIn(home, "check");
        assertEquals(3, sound.code());
        byte[] random = new byte[100_000];
        new Random(5).nextBytes(random);
        for (byte[] broken : List.of(new byte[0], random, Arrays.copyOf(whole, whole.length / 2))) {
            Files.write(cache, broken);
            assertEquals(sound, runIn(home, "check"));
        }
        Files.delete(cache);
        assertEquals(sound, runIn(home, "check"));
    }

    @Test
    void aJarThatIsNewerThanTheCacheIsWhatRuns() throws IOException, InterruptedException {
        Path home = copy();
        Path jar = home.resolve("lib/holdfast.jar");
        // The same length, so that offsets in the class file stay right.
        replaceInClass(
                jar,
                "dev/holdfast/cli/Main.class",
                "holdfast " + Main.VERSION,
                "HOLDFAST " + Main.VERSION);
        assertEquals("HOLDFAST " + Main.VERSION + "\n", runIn(home, "--version").out());
    }

    private static void replaceInClass(Path jar, String name, String from, String to)
            throws IOException {
        Path changed = jar.resolveSibling("changed.jar");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    String text = new String(bytes, StandardCharsets.ISO_8859_1);
                    assertTrue(text.contains(from), name);
                    bytes = text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
                }
                CRC32 crc = new CRC32();
                crc.update(bytes);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(bytes.length);
                copy.setCrc(crc.getValue());
                out.putNextEntry(copy);
                out.write(bytes);
                out.closeEntry();
            }
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
    }

    @Test
    void aJvmThatDoesNotStartNeverLooksLikeFindings() throws IOException, InterruptedException {
        for (String bad : List.of("-Xmx1x", "-XX:+NoSuchFlag", "-Xmx999999g -Xms999999g")) {
            Run run = withOptions(bad, "check");
            assertEquals(2, run.code(), bad);
            assertEquals("", run.out());
        }
        Path home = copy();
        Path jar = home.resolve("lib/holdfast.jar");
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, 1000));
        assertEquals(70, runIn(home, "check").code());
        Files.delete(jar);
        assertEquals(70, runIn(home, "check").code());
        Files.write(jar, whole);
        Files.delete(home.resolve("runtime/lib/modules"));
        assertEquals(70, runIn(home, "check").code());
        assertEquals(70, sh("ulimit -v 500000; \"$0\" check", Distribution.BUILT).code());
        assertEquals(70, sh("cd sub; rmdir ../sub; \"$0\" check", Distribution.BUILT).code());
        Path colon = Distribution.copyTo(folder.resolve("a:b"));
        assertEquals(70, runIn(colon, "check").code());
    }

    @Test
    void aJvmThatOnlyAnswersNeverLooksLikeAPass() throws IOException, InterruptedException {
        for (String bad : List.of("-version", "--dry-run", "--help", "--list-modules")) {
            assertEquals(2, withOptions(bad, "check").code(), bad);
        }
        Files.writeString(
                Files.createDirectories(folder.resolve("dist")).resolve("a.js"), "let a = 1");
        assertEquals(0, withOptions("-Dholdfast.added=7 -Xmx300m", "check").code());
    }

    @Test
    void aSignalEndsBothTheLauncherAndTheJvm() throws IOException, InterruptedException {
        Path fifo = folder.resolve("report");
        for (Map.Entry<String, Integer> signal :
                Map.of("INT", 130, "TERM", 143, "HUP", 129).entrySet()) {
            // A run that waits for somebody to read its report; perl resets what the shell, or
            // whoever started all of this (nohup), ignores.
            Run run =
                    sh(
                            "mkfifo report; ("
                                    + "trap - INT; perl -e '$SIG{$_}=\"DEFAULT\" for qw(INT TERM HUP);"
                                    + " exec @ARGV' \"$0\""
                                    + " check --report json=report >out & echo $! >pid; wait $!;"
                                    + " echo $? >code) & while ! grep -q looked out 2>/dev/null;"
                                    + " do sleep 0.1; done; jvm=$(pgrep -P $(cat pid));"
                                    + " kill -"
                                    + signal.getKey()
                                    + " $(cat pid); wait; kill -0 $jvm 2>/dev/null && echo alive;"
                                    + " cat code",
                            Distribution.BUILT);
            assertEquals(signal.getValue() + "\n", run.out(), signal.getKey() + run.err());
            Files.delete(fifo);
            Files.delete(folder.resolve("out"));
        }
    }

    @Test
    void aCrashIsNoResultAndLeavesNoMemoryBehind() throws IOException, InterruptedException {
        Run run =
                sh(
                        "mkfifo report; \"$0\" check --report json=report >out & launcher=$!;"
                                + " while ! grep -q looked out 2>/dev/null; do sleep 0.1; done;"
                                + " kill -SEGV $(pgrep -P $launcher); wait $launcher",
                        Distribution.BUILT);
        assertTrue(run.code() == 70 || run.code() > 128, run.toString());
        assertTrue(run.err().contains("nothing is decided"), run.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("out", "report"),
                    left.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("sub"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void whatIsClosedIsNotWrittenInto() throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder.resolve("dist")).resolve("a.js"), "let a = 1");
        assertEquals(3, sh("\"$0\" check >&-", Distribution.BUILT).code());
        assertEquals(3, sh("\"$0\" check <&- >&- 2>&-", Distribution.BUILT).code());
        assertEquals(
                3, sh("\"$0\" check <&- >&- 2>&- --report json=r.json", Distribution.BUILT).code());
        assertTrue(Files.readString(folder.resolve("r.json")).startsWith("{"));
        assertEquals(0, sh("\"$0\" check <&- 2>&-", Distribution.BUILT).code());
    }

    @Test
    void startsFromAShellThatIsGivenItsName() throws IOException, InterruptedException {
        Path home = copy();
        Files.createSymbolicLink(folder.resolve("link"), Distribution.launcher(home));
        Files.createSymbolicLink(folder.resolve("-dash"), Path.of("link"));
        Run named = new Run(0, "holdfast " + Main.VERSION + "\n", "");
        assertEquals(named, sh("sh link --version", home));
        assertEquals(named, sh("./-dash --version", home));
        assertEquals(named, sh("cd \"${0%/*}\" && sh holdfast --version", home));
    }

    private Run withOptions(String options, String... args)
            throws IOException, InterruptedException {
        return Distribution.run(
                folder,
                Map.of("HOLDFAST_JAVA_OPTS", options),
                Distribution.launcher(Distribution.BUILT),
                args);
    }

    /** A line of the shell, with the launcher as $0. */
    private Run sh(String line, Path home) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("sub"));
        return Distribution.run(
                folder, PLAIN, Path.of("sh"), "-c", line, Distribution.launcher(home).toString());
    }

    @Test
    void optionsOfOtherProgramsStayOutside() throws IOException, InterruptedException {
        Run run =
                Distribution.run(
                        folder,
                        Map.of(
                                "JAVA_TOOL_OPTIONS", "-Dx=1",
                                "_JAVA_OPTIONS", "-Dx=1",
                                "JDK_JAVA_OPTIONS", "-Dx=1",
                                "HOLDFAST_JAVA_OPTS", "-Xmx300m -Dy=2"),
                        Distribution.launcher(Distribution.BUILT),
                        "--version");
        assertEquals(new Run(0, "holdfast " + Main.VERSION + "\n", ""), run);
    }

    @Test
    void namesOutsideAsciiAreSaidInEveryLocale() throws IOException, InterruptedException {
        Path output = Files.createDirectories(folder.resolve("dist"));
        Files.writeString(output.resolve("plain.js"), "const k = '" + fakeKey() + "';\n");
        // By the shell: this JVM may itself stand in a locale that cannot name the file.
        Run moved =
                Distribution.run(
                        output,
                        PLAIN,
                        Path.of("sh"),
                        "-c",
                        "mv plain.js \"$(printf 'gr\\303\\266\\303\\237e.js')\"");
        assertEquals(0, moved.code(), moved.err());
        for (String locale : List.of("C", "POSIX", "C.UTF-8", "xx_XX.UTF-8", "")) {
            Run run =
                    Distribution.run(
                            folder,
                            Map.of("LC_ALL", locale, "LANG", locale),
                            Distribution.launcher(Distribution.BUILT),
                            "secrets",
                            "bundle",
                            "dist");
            assertEquals(1, run.code(), run.err());
            assertTrue(run.out().contains("at größe.js:1:12"), run.out());
        }
    }

    private static String fakeKey() {
        return "sk_" + "live_" + "4eC39HqLyjWDarjtT1zdp7dcAb3dE5";
    }

    @Test
    void stdoutIsOneDocumentAndStderrIsEmptyInAPipe() throws IOException, InterruptedException {
        Files.writeString(
                Files.createDirectories(folder.resolve("dist")).resolve("a.js"), fakeKey());
        for (String format : List.of("json", "sarif")) {
            for (String ci : List.of("", "true")) {
                Run run =
                        Distribution.run(
                                folder,
                                ci.isEmpty() ? Map.of() : Map.of("CI", ci),
                                Distribution.launcher(Distribution.BUILT),
                                "check",
                                "--format",
                                format);
                assertEquals(1, run.code());
                assertEquals("", run.err());
                assertTrue(run.out().startsWith("{") && run.out().endsWith("}\n"), run.out());
                assertFalse(run.out().contains(fakeKey()));
            }
        }
    }

    @Test
    void loadsFewClassesAndNoHeavyOnes() throws IOException, InterruptedException {
        // Counted, not timed: the number is the same on every machine.
        assertLoads(900, "--version");
        assertLoads(900, "check", "--help");
        assertLoads(2_900, "check");
    }

    private void assertLoads(int most, String... args) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Run run =
                Distribution.run(
                        folder,
                        Map.of("HOLDFAST_JAVA_OPTS", "-Xlog:class+load:file=" + log),
                        Distribution.launcher(Distribution.BUILT),
                        args);
        assertTrue(run.code() == 0 || run.code() == 3, run.err());
        List<String> loaded =
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" source: "))
                        .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", ""))
                        .toList();
        String what = String.join(" ", args) + ": " + loaded.size() + " classes";
        System.out.println(what);
        assertTrue(loaded.size() > 300 && loaded.size() <= most, what);
        Pattern heavy =
                Pattern.compile("^(org\\.eclipse\\.jgit|org\\.slf4j|java\\.net\\.http)\\b.*");
        assertEquals(
                List.of(), loaded.stream().filter(line -> heavy.matcher(line).matches()).toList());
        if (!List.of(args).equals(List.of("check"))) {
            Pattern needless =
                    Pattern.compile(
                            "^(org\\.snakeyaml|picocli|tools\\.jackson|dev\\.holdfast\\.core)\\b.*");
            assertEquals(
                    List.of(),
                    loaded.stream().filter(line -> needless.matcher(line).matches()).toList());
        }
        Files.delete(log);
    }
}
