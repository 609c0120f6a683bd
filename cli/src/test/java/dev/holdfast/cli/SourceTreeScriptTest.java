package dev.holdfast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code scripts/holdfast} on a small tree of its own, with a Maven that only says it was called.
 */
class SourceTreeScriptTest {
    private static final Path SCRIPTS = Path.of("..", "scripts").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path root;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aTree() throws IOException {
        root = folder.resolve("a tree");
        write("scripts/holdfast", Files.readString(SCRIPTS.resolve("holdfast")), true);
        write("scripts/lib/jdk.sh", Files.readString(SCRIPTS.resolve("lib/jdk.sh")), false);
        for (String each :
                List.of(
                        "pom.xml",
                        ".mvn/maven.config",
                        "scripts/Image.java",
                        "scripts/ImageServer.java",
                        "scripts/RehearsalService.java",
                        "scripts/postgresql/LICENSES.txt",
                        "cli/src/main/java/A.java",
                        "cli/src/test/java/ATest.java",
                        "commands/src/main/java/B.java",
                        "checks/core/src/main/java/C.java",
                        "templates/src/main/resources/t")) {
            write(each, each, false);
        }
        Path bin = Files.createDirectories(folder.resolve("bin"));
        script(
                bin.resolve("mvn"),
                "echo called >>../maven.log; echo $$ >../maven.pid; [ -z \"$SLOW\" ] || exec sleep 60\n"
                        + "[ -z \"$FAIL\" ] || { echo '[ERROR] no'; exit 1; }\n"
                        + "mkdir -p cli/target/holdfast/bin; cp ../image cli/target/holdfast/bin/holdfast");
        script(folder.resolve("image"), "echo \"image $*\"");
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    private void write(String path, String text, boolean executable) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        if (executable) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(Path... launcher) throws IOException, InterruptedException {
        Path which = launcher.length == 0 ? root.resolve("scripts/holdfast") : launcher[0];
        return Distribution.run(folder, environment, which, "check", "a b");
    }

    /** How often Maven was called so far. */
    private int builds() throws IOException {
        Path log = folder.resolve("maven.log");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    void buildsOnFirstUseAndThenWhenTheContentOfTheSourcesHasChanged()
            throws IOException, InterruptedException {
        assertEquals("image check a b\n", run().out());
        assertEquals(1, builds());
        assertEquals(new Run(0, "image check a b\n", ""), run());
        write("cli/src/test/java/ATest.java", "another test", false);
        Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.now()));
        assertEquals(new Run(0, "image check a b\n", ""), run());
        assertEquals(1, builds());

        Path source = root.resolve("checks/core/src/main/java/C.java");
        Files.writeString(source, "changed");
        // As rsync and tar bring it.
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        run();
        assertEquals(2, builds());
        Files.delete(source);
        run();
        assertEquals(3, builds());
        write("templates/src/main/resources/more", "", false);
        run();
        assertEquals(4, builds());
        run();
        assertEquals(4, builds());
    }

    @Test
    void isFoundThroughLinks() throws IOException, InterruptedException {
        run();
        Path chain = folder.resolve("chain");
        Files.createSymbolicLink(folder.resolve("link"), root.resolve("scripts/holdfast"));
        Files.createSymbolicLink(chain, Path.of("link"));
        assertEquals(new Run(0, "image check a b\n", ""), run(chain));
        Run named =
                Distribution.run(folder, environment, Path.of("sh"), "-c", "sh chain check 'a b'");
        assertEquals(new Run(0, "image check a b\n", ""), named);
    }

    @Test
    void afterABuildThatFailedOrWasStoppedItBuildsAgain() throws IOException, InterruptedException {
        run();
        write("pom.xml", "changed", false);
        environment.put("FAIL", "1");
        Run failed = run();
        assertEquals(2, failed.code());
        assertTrue(failed.err().contains("[ERROR] no"), failed.err());
        environment.remove("FAIL");
        environment.put("SLOW", "1");
        Run stopped =
                Distribution.run(
                        folder,
                        environment,
                        Path.of("sh"),
                        "-c",
                        "rm -f maven.pid; \"$0\" check & while [ ! -s maven.pid ]; do sleep 0.1;"
                                + " done; kill -TERM $!; wait $!; echo $?;"
                                + " kill -0 $(cat maven.pid) 2>/dev/null && echo alive",
                        root.resolve("scripts/holdfast").toString());
        assertEquals("143\n", stopped.out());
        environment.remove("SLOW");
        assertEquals("image check a b\n", run().out());
        assertEquals(4, builds());
    }

    @Test
    void takesNoOlderJdkAndSaysWhatIsMissing() throws IOException, InterruptedException {
        Path jdks = Files.createDirectories(folder.resolve("home/.jdks"));
        jdk(jdks.resolve("old"), "24.0.2");
        environment.put("JAVA_HOME", jdks.resolve("old").toString());
        environment.put("HOME", folder.resolve("home").toString());
        Path found = jdk(jdks.resolve("new one"), "25.0.1");
        Run run =
                Distribution.run(
                        folder,
                        environment,
                        Path.of("sh"),
                        "-c",
                        // The usual folders of this machine may hold one that is new enough.
                        "sed '/^    \\/.*\\\\$/d' \"$0\" >jdk.sh"
                                + " && . ./jdk.sh && holdfast_find_jdk && echo \"$JAVA_HOME\";"
                                + " rm -r \"$JAVA_HOME\"; JAVA_HOME=; unset HOME; set -u;"
                                + " holdfast_find_jdk || echo none",
                        root.resolve("scripts/lib/jdk.sh").toString());
        assertEquals(found + "\nnone\n", run.out(), run.err());
        assertEquals(6, run.err().lines().count(), run.err());
    }

    private static Path jdk(Path home, String version) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/javac"), "true");
        return home;
    }
}
