package dev.holdfast.core.ignore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Folders with few different names, and ignore files that often fit them. */
final class RandomTree {
    private static final List<String> LETTERS =
            List.of("a", "b", "c", "ab", "abc", ".", "-", "1", "A");
    private static final List<String> ODD =
            List.of(" ", "!", "#", "[", "]", "\\", "*", "?", "^", ":", "é", "日", "\t", "z");
    private static final List<String> PIECES =
            List.of(
                    "*",
                    "*",
                    "*",
                    "?",
                    "**",
                    "**/",
                    "/**",
                    "/**/",
                    "**/**",
                    "***",
                    "/",
                    "/",
                    "/",
                    "[a-c]",
                    "[!a]",
                    "[^b]",
                    "[]a]",
                    "[a-]",
                    "[!]-]",
                    "[\\]]",
                    "[c-a]",
                    "[a-b-c]",
                    "[[:alpha:]]",
                    "[![:digit:]_]",
                    "[[:lower:]-z]",
                    "[[:nope:]]",
                    "[[:a]",
                    "[",
                    "]",
                    "[a",
                    "[/]",
                    "[!/]",
                    "[*?]",
                    "\\",
                    "\\a",
                    "\\*",
                    "\\/",
                    "\\[",
                    "\\ ",
                    "*/",
                    "?/",
                    "[[:punct:]]",
                    "[[:]",
                    "[[::]]",
                    "[é]",
                    "[\\a-c]",
                    "[a-\\c]");

    private final SplittableRandom random;
    private final boolean anyName;

    RandomTree(SplittableRandom random, boolean anyName) {
        this.random = random;
        this.anyName = anyName;
    }

    void write(Path root) throws IOException {
        if (random.nextInt(3) == 0) {
            Files.write(root.resolve(".git/info/exclude"), ignoreFile());
        }
        folder(root, 0);
    }

    private void folder(Path folder, int depth) throws IOException {
        Files.createDirectories(folder);
        if (random.nextInt(depth == 0 ? 10 : 3) == 0 || depth == 0) {
            Files.write(folder.resolve(".gitignore"), ignoreFile());
        }
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            Path child = folder.resolve(name());
            if (Files.exists(child)) {
                continue;
            }
            if (depth < 4 && random.nextInt(5) < 3) {
                folder(child, depth + 1);
            } else {
                Files.createFile(child);
            }
        }
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            boolean odd = anyName && random.nextInt(5) == 0;
            name.append(pick(odd ? ODD : LETTERS));
        }
        // Neither the folder itself nor the one above.
        return name.toString().matches("\\.+") ? "x" + name : name.toString();
    }

    private byte[] ignoreFile() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (random.nextInt(10) == 0) {
            bytes.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        int lines = random.nextInt(1, 8);
        for (int i = 0; i < lines; i++) {
            bytes.writeBytes(line().getBytes(StandardCharsets.UTF_8));
            if (random.nextInt(40) == 0) {
                bytes.write(random.nextInt(0x80, 0x100));
            }
            if (i < lines - 1 || random.nextBoolean()) {
                bytes.writeBytes(
                        (random.nextInt(6) == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        line.append(
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> "!";
                    case 3, 4 -> "/";
                    case 5 -> "#";
                    case 6 -> "\\";
                    default -> "";
                });
        for (int i = random.nextInt(5); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0, 1 -> line.append(name());
                case 2 -> line.append(name()).append('/').append(name());
                default -> line.append(pick(PIECES));
            }
        }
        line.append(
                switch (random.nextInt(14)) {
                    case 0, 1, 2 -> "/";
                    case 3 -> " ";
                    case 4 -> "  ";
                    case 5 -> "\\ ";
                    case 6 -> "\\  ";
                    case 7 -> "\t";
                    case 8 -> "\0x";
                    case 9 -> "\r";
                    default -> "";
                });
        return line.toString();
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
