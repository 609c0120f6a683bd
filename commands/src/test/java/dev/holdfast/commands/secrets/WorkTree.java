package dev.holdfast.commands.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.TestTerminal;
import dev.holdfast.commands.leaf.Leaf;
import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.report.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import picocli.CommandLine;

/** A repository made with the git program, and commands that are run in it. */
record WorkTree(Path folder) {

    /** A new one; the test is skipped, and says so, when there is no git. */
    static WorkTree init(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        WorkTree tree = new WorkTree(folder);
        tree.git("init", "-q", "-b", "main", ".");
        return tree;
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void commit() throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "-m", "a change");
    }

    String git(String... words) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        "git",
                                        "-c",
                                        "user.name=a",
                                        "-c",
                                        "user.email=a@example.com",
                                        "-c",
                                        "gc.auto=0"),
                                Stream.of(words))
                        .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_AUTHOR_DATE", "1700000000 +0000");
        builder.environment().put("GIT_COMMITTER_DATE", "1700000000 +0000");
        Process process;
        try {
            process = builder.start();
        } catch (IOException noGit) {
            return Assumptions.abort("there is no git program: " + noGit.getMessage());
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    /** What a command said, as JSON, and its exit code. */
    record Run(int code, String json) {

        long fact(String name) {
            return Long.parseLong(text(name));
        }

        /** The first property of that name. */
        String text(String name) {
            Matcher fact = Pattern.compile("\"" + name + "\": \"?([^\",\n]+)").matcher(json);
            assertTrue(fact.find(), json);
            return fact.group(1);
        }

        /** Everything that is said of findings. */
        List<String> findings() {
            return Pattern.compile("\"(valueHash|commit|fingerprint|path|atHead|date)\": [^\\n]*")
                    .matcher(json)
                    .results()
                    .map(each -> each.group().replaceAll(",$", ""))
                    .toList();
        }
    }

    Run run(Leaf command, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        TestTerminal terminal = TestTerminal.pipe();
        new CommandLine(command.syntax().spec())
                .parseArgs(
                        Stream.concat(Stream.of("--format", "json"), Stream.of(words))
                                .toArray(String[]::new));
        int code =
                command.run(
                        new Surroundings(
                                new Tool("holdfast", "0"),
                                terminal,
                                environment,
                                folder,
                                Clock.fixed(Instant.parse("2026-11-02T10:00:00Z"), ZoneOffset.UTC),
                                new SecureRandom(),
                                Optional.empty(),
                                2));
        return new Run(code, terminal.said());
    }
}
