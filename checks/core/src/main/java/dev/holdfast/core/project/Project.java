package dev.holdfast.core.project;

import java.nio.file.Path;

/**
 * The place that a command works on.
 *
 * @param root the repository's root, or outside a repository the folder that was named; a real
 *     path. Every path in a report is relative to it
 * @param directory the folder that holds the policy and {@code .holdfast/}: the root, or a folder
 *     below it that has a {@code holdfast.yaml} of its own
 * @param repository whether the root is a git work tree
 */
public record Project(Path root, Path directory, boolean repository) {

    /** The path as reports show it: '/' between names, relative to the root, "." for the root. */
    public String show(Path path) {
        Path absolute = path.isAbsolute() ? path : root.resolve(path);
        Path relative = root.relativize(absolute.normalize());
        String shown = relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
        return shown.isEmpty() ? "." : shown;
    }
}
