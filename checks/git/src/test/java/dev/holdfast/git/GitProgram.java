package dev.holdfast.git;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The git program, and repositories made with it. */
public final class GitProgram {
    private final Path folder;
    private int clock = 1_700_000_000;

    private GitProgram(Path folder) {
        this.folder = folder;
    }

    /** A new repository; the test is skipped, and says so, when there is no git. */
    public static GitProgram init(Path folder, String format) {
        GitProgram git = in(folder);
        try {
            Files.createDirectories(folder);
            git.run("init", "-q", "-b", "main", "--object-format=" + format, ".");
        } catch (IOException noGit) {
            Assumptions.abort("there is no git program: " + noGit.getMessage());
        }
        return git;
    }

    public static GitProgram init(Path folder) {
        return init(folder, "sha1");
    }

    /** A repository that is there already, or a folder in one. */
    public static GitProgram in(Path folder) {
        return new GitProgram(folder);
    }

    public Path objects() {
        return gitFolder().resolve("objects");
    }

    public Path gitFolder() {
        return folder.resolve(".git");
    }

    public Path folder() {
        return folder;
    }

    public String run(String... words) throws IOException {
        return feed("", words);
    }

    /** What it prints, without the line's end. */
    public String line(String... words) throws IOException {
        return run(words).strip();
    }

    public String feed(String input, String... words) throws IOException {
        return new String(
                bytes(input.getBytes(StandardCharsets.UTF_8), words), StandardCharsets.UTF_8);
    }

    /** What it prints, for input that is no text. */
    public byte[] bytes(byte[] input, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(
                List.of(
                        "-c", "user.name=Test",
                        "-c", "user.email=test@example.com",
                        "-c", "commit.gpgsign=false",
                        "-c", "core.autocrlf=false",
                        "-c", "protocol.file.allow=always",
                        "-c", "maintenance.auto=false",
                        "-c", "advice.graftFileDeprecated=false",
                        "-c", "gc.auto=0"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", folder.resolve("no-config").toString());
        builder.environment().put("GIT_AUTHOR_DATE", clock + " +0000");
        builder.environment().put("GIT_COMMITTER_DATE", clock + " +0000");
        builder.environment().put("GIT_NO_REPLACE_OBJECTS", "1");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        }
        byte[] output = process.getInputStream().readAllBytes();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        String.join(" ", command)
                                + "\n"
                                + new String(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        return output;
    }

    public void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public String commit(String message) throws IOException {
        clock += 60;
        run("add", "-A");
        run("commit", "-q", "--allow-empty", "-m", message);
        return run("rev-parse", "HEAD").strip();
    }

    /** Commits that each change a few lines of long files, so that packs hold long delta chains. */
    public void grow(int commits, Random random) throws IOException {
        List<List<String>> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<String> lines = new ArrayList<>();
            for (int j = 0; j < 200; j++) {
                lines.add("line " + j + " of file " + i + " " + random.nextLong());
            }
            files.add(lines);
        }
        for (int commit = 0; commit < commits; commit++) {
            List<String> lines = files.get(random.nextInt(files.size()));
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.set(at, "changed in " + commit + " " + random.nextLong());
                case 1 -> lines.add(at, "inserted in " + commit + " " + random.nextLong());
                default -> lines.remove(at);
            }
            for (int i = 0; i < files.size(); i++) {
                write("src/part" + i % 2 + "/file" + i + ".txt", String.join("\n", files.get(i)));
            }
            commit("commit " + commit);
        }
    }

    public List<String> allObjects() throws IOException {
        return run("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
                .lines()
                .toList();
    }

    /** Puts content into the object store, and says its name. */
    public String blob(String content) throws IOException {
        return feed(content, "hash-object", "-w", "--stdin").strip();
    }

    /** The packs of the repository. */
    public List<Path> packs(String ending) throws IOException {
        try (Stream<Path> all = Files.list(objects().resolve("pack"))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
