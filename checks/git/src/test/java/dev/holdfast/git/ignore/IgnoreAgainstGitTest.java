package dev.holdfast.git.ignore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.ignore.IgnoreRules;
import dev.holdfast.git.GitProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our reading of ignore files held against that of the git program, on random ones. */
class IgnoreAgainstGitTest {
    private static final List<String> NAMES = List.of("a", "b", "ab", "abc", "x1", ".c", "a b");
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "c",
                    "x",
                    "1",
                    "*",
                    "?",
                    "/",
                    "/",
                    "**",
                    "**/",
                    "/**",
                    "[ab]",
                    "[!a]",
                    "[a-c]",
                    "[[:digit:]]",
                    "!",
                    "#",
                    ".",
                    " ",
                    "\\",
                    "\\ ",
                    "]",
                    "-");

    private static final Pattern UNBOUND = Pattern.compile("[^/]\\*\\*|\\*\\*[^/]");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void ignoresWhatGitIgnores() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        GitProgram git = GitProgram.init(folder);
        TreeSet<String> paths = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            paths.add(path(random));
        }
        for (String each : paths) {
            Path file = folder.resolve(each);
            boolean free = true;
            for (Path above = file;
                    !above.equals(folder);
                    above = Objects.requireNonNull(above.getParent())) {
                free &= !Files.isRegularFile(above);
            }
            if (free && !Files.exists(file)) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, "");
            }
        }
        for (int round = 0; round < 150; round++) {
            // git check-ignore fails when nothing is ignored.
            String file = file(random) + "zzz\n";
            String inner = file(random);
            Files.writeString(folder.resolve(".gitignore"), file);
            Path below = folder.resolve("a");
            boolean nested = Files.isDirectory(below);
            if (nested) {
                Files.writeString(below.resolve(".gitignore"), inner);
            }
            List<String> all = new ArrayList<>();
            TreeSet<String> ours = new TreeSet<>();
            IgnoreRules rules = IgnoreRules.NONE.with("", file.getBytes(StandardCharsets.UTF_8));
            look(folder, rules, nested ? inner : "", false, all, ours);
            all.add("zzz");
            ours.add("zzz");
            String answer =
                    git.feed(
                            String.join("\0", all) + "\0",
                            "-c",
                            "core.excludesFile=",
                            "check-ignore",
                            "-z",
                            "--stdin",
                            "--no-index");
            TreeSet<String> theirs = new TreeSet<>(List.of(answer.split("\0")));
            theirs.remove("");
            assertEquals(theirs, ours, "seed " + seed + "\n" + file + "\n--\n" + inner);
        }
    }

    private void look(
            Path here,
            IgnoreRules rules,
            String inner,
            boolean above,
            List<String> all,
            TreeSet<String> ours)
            throws IOException {
        try (var entries = Files.list(here)) {
            for (Path each : entries.sorted().toList()) {
                String path = folder.relativize(each).toString();
                if (path.equals(".git")) {
                    continue;
                }
                boolean isFolder = Files.isDirectory(each);
                boolean ignored = above || rules.ignores(path, isFolder);
                all.add(path);
                if (ignored) {
                    ours.add(path);
                }
                if (isFolder) {
                    IgnoreRules own =
                            path.equals("a")
                                    ? rules.with("a", inner.getBytes(StandardCharsets.UTF_8))
                                    : rules;
                    look(each, own, inner, ignored, all, ours);
                }
            }
        }
    }

    private static String path(Random random) {
        List<String> names = new ArrayList<>();
        for (int depth = random.nextInt(4); depth >= 0; depth--) {
            names.add(NAMES.get(random.nextInt(NAMES.size())));
        }
        return String.join("/", names);
    }

    private static String file(Random random) {
        StringBuilder file = new StringBuilder();
        for (int lines = random.nextInt(4); lines >= 0; lines--) {
            StringBuilder line = new StringBuilder();
            for (int pieces = random.nextInt(5); pieces >= 0; pieces--) {
                line.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            // Of two stars that no slashes bound, git's manual and git say different things.
            if (!UNBOUND.matcher(line).find()) {
                file.append(line).append('\n');
            }
        }
        return file.toString();
    }
}
