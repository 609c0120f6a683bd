package dev.holdfast.core.ignore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** What the git program ignores in a folder, without the settings of whoever runs the test. */
record GitProgram(Path folder) {
    // A path that begins with a colon would be more than a path to git.
    private static final String HERE = "./";

    /** Makes the least that git takes for a repository. */
    static GitProgram init(Path folder) throws IOException {
        Path own = folder.resolve(".git");
        Files.createDirectories(own.resolve("objects"));
        Files.createDirectories(own.resolve("refs"));
        Files.createDirectories(own.resolve("info"));
        Files.writeString(own.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(own.resolve("config"), "[core]\n\trepositoryformatversion = 0\n");
        return new GitProgram(folder);
    }

    /** Those of the paths that it ignores. */
    Set<String> ignored(Collection<String> paths) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("git", "check-ignore", "-z", "--stdin", "--no-index")
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        String nowhere = folder.resolve(".git/nowhere").toString();
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", nowhere);
        builder.environment().put("XDG_CONFIG_HOME", nowhere);
        builder.environment().put("HOME", nowhere);
        Process process = start(builder);
        try (OutputStream in = process.getOutputStream()) {
            for (String each : paths) {
                in.write((HERE + each + "\0").getBytes(StandardCharsets.UTF_8));
            }
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() > 1) {
                throw new IOException("git check-ignore failed: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        Set<String> ignored = new TreeSet<>();
        for (String each : said.split("\0", -1)) {
            if (!each.isEmpty()) {
                ignored.add(each.substring(HERE.length()));
            }
        }
        return ignored;
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException noGit) {
            return Assumptions.abort("there is no git program: " + noGit.getMessage());
        }
    }
}
