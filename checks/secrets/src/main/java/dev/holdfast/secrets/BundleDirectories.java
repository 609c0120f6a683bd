package dev.holdfast.secrets;

import dev.holdfast.core.project.PathGlob;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds folders of built output by their names, beside a {@code package.json} or at the project's
 * own folder, down to {@value #DEEPEST} folders.
 */
public final class BundleDirectories {
    private static final int DEEPEST = 4;
    private static final Set<String> OUTPUT =
            Set.of(
                    "dist",
                    "build",
                    "out",
                    ".next",
                    ".output",
                    ".svelte-kit",
                    ".vercel",
                    "public",
                    "www");
    private static final Set<String> NEVER =
            Set.of("node_modules", ".git", ".hg", ".svn", "vendor", "target", ".venv", "coverage");

    private BundleDirectories() {}

    /** The names of folders that are taken for built output, sorted. */
    public static List<String> names() {
        return OUTPUT.stream().sorted().toList();
    }

    /** The folders, sorted; none when nothing was built. */
    public static List<Path> find(Path directory, List<String> excludes) throws IOException {
        List<PathGlob> globs =
                excludes.stream().flatMap(text -> PathGlob.of(text).stream()).toList();
        List<Path> found = new ArrayList<>();
        search(directory, directory, globs, 0, found);
        found.sort(null);
        return found;
    }

    private static void search(
            Path top, Path folder, List<PathGlob> excludes, int depth, List<Path> found)
            throws IOException {
        boolean packaged = depth == 0 || Files.exists(folder.resolve("package.json"));
        List<Path> below = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(below::add);
        } catch (AccessDeniedException denied) {
            if (depth == 0) {
                throw denied;
            }
            return;
        }
        for (Path each : below) {
            String name = String.valueOf(each.getFileName());
            String shown = top.relativize(each).toString().replace('\\', '/');
            if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                    || NEVER.contains(name)
                    || excludes.stream().anyMatch(glob -> glob.matches(shown))) {
                continue;
            }
            if (packaged && OUTPUT.contains(name)) {
                found.add(each);
            } else if (depth < DEEPEST && !name.startsWith(".")) {
                search(top, each, excludes, depth + 1, found);
            }
        }
    }
}
