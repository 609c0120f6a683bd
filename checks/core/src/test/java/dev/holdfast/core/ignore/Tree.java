package dev.holdfast.core.ignore;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything in a folder, and what our rules say of it. */
final class Tree {
    private final Path root;
    private final List<String> paths = new ArrayList<>();
    private final Set<String> ignored = new TreeSet<>();

    private Tree(Path root) {
        this.root = root;
    }

    static Tree of(Path root) throws IOException {
        Tree tree = new Tree(root);
        IgnoreRules excludes = IgnoreRules.NONE;
        Path file = root.resolve(".git/info/exclude");
        if (Files.exists(file)) {
            excludes = excludes.with("", Files.readAllBytes(file));
        }
        tree.walk(root, "", excludes, false);
        return tree;
    }

    List<String> paths() {
        return paths;
    }

    Set<String> ignored() {
        return ignored;
    }

    private void walk(Path folder, String name, IgnoreRules above, boolean isIgnored)
            throws IOException {
        Path file = folder.resolve(".gitignore");
        IgnoreRules rules = above;
        if (!isIgnored && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            rules = rules.with(name, Files.readAllBytes(file));
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                String path = (name.isEmpty() ? "" : name + "/") + child.getFileName();
                if (path.equals(".git")) {
                    continue;
                }
                boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                boolean out = isIgnored || rules.ignores(path, isFolder);
                paths.add(path);
                if (out) {
                    ignored.add(path);
                }
                if (isFolder) {
                    walk(root.resolve(path), path, rules, out);
                }
            }
        }
    }
}
