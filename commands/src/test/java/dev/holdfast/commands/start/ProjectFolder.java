package dev.holdfast.commands.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project that a test makes on disk. */
record ProjectFolder(Path root) {

    /** Writes a file with the folders above it. */
    ProjectFolder with(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return this;
    }

    /** Makes a folder with those above it. */
    ProjectFolder withFolder(String path) throws IOException {
        Files.createDirectories(root.resolve(path));
        return this;
    }

    String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Everything below the root: text of a file, target of a link, nothing of a folder. */
    Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.toList()) {
                tree.put(root.relativize(each).toString(), content(each));
            }
        }
        return tree;
    }

    private static String content(Path each) throws IOException {
        if (Files.isSymbolicLink(each)) {
            return "link to " + Files.readSymbolicLink(each);
        }
        return Files.isDirectory(each) ? "folder" : Files.readString(each);
    }
}
