package dev.holdfast.secrets;

import dev.holdfast.core.project.PathGlob;
import dev.holdfast.secrets.bundle.OutputFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds folders of built output by their names, beside a {@code package.json} or at the project's
 * own folder, down to {@value #DEEPEST} folders.
 */
public final class BundleDirectories {
    private static final int DEEPEST = 6;
    private static final int GLANCE = 2_000;
    // What is written by hand and copied; its presence says nothing of a build.
    private static final Set<String> STATIC = Set.of("public", "www");
    private static final Set<String> BUILT =
            Set.of("dist", "build", "out", ".next", ".output", ".svelte-kit", ".vercel");
    private static final Set<String> NEVER =
            Set.of("node_modules", ".git", ".hg", ".svn", "vendor", "target", ".venv", "coverage");
    private static final Pattern WEB = Pattern.compile("(?i).*\\.(m?js|cjs|html?|css|map|rsc)");

    private final Path top;
    private final List<PathGlob> excludes;
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();
    private final List<Path> excluded = new ArrayList<>();

    private BundleDirectories(Path top, List<PathGlob> excludes) {
        this.top = top;
        this.excludes = List.copyOf(excludes);
    }

    /** The names of folders that are there because something was built, sorted. */
    public static List<String> names() {
        return BUILT.stream().sorted().toList();
    }

    /** Whether a folder of that name is there because something was built. */
    public static boolean isBuilt(Path folder) {
        return BUILT.contains(String.valueOf(folder.getFileName()));
    }

    /**
     * Searches a project.
     *
     * @throws IOException when the project's folder itself cannot be listed
     */
    public static OutputFolders find(Path directory, List<String> excludes) throws IOException {
        BundleDirectories search =
                new BundleDirectories(
                        directory,
                        excludes.stream().flatMap(text -> PathGlob.of(text).stream()).toList());
        search.folder(directory, 0);
        search.folders.sort(null);
        search.links.sort(null);
        return new OutputFolders(search.folders, search.links, search.unreadable, search.excluded);
    }

    private void folder(Path folder, int depth) throws IOException {
        List<Path> below = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(below::add);
        } catch (IOException | DirectoryIteratorException failed) {
            if (depth == 0) {
                throw new IOException("cannot list " + folder, failed);
            }
            unreadable.add(folder);
            return;
        }
        boolean packaged = Files.exists(folder.resolve("package.json"));
        for (Path each : below) {
            if (!NEVER.contains(name(each))) {
                entry(each, packaged, depth);
            }
        }
    }

    private void entry(Path each, boolean packaged, int depth) throws IOException {
        boolean named = BUILT.contains(name(each)) || STATIC.contains(name(each));
        boolean output = named && (packaged || depth == 0);
        if (isExcluded(each)) {
            if (output) {
                excluded.add(each);
            }
        } else if (Files.isSymbolicLink(each)) {
            if (output && Files.isDirectory(each)) {
                links.add(each);
            }
        } else if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
            return;
        } else if (output && (packaged || holdsWebFiles(each))) {
            folders.add(each);
        } else if (depth < DEEPEST && !name(each).startsWith(".")) {
            folder(each, depth + 1);
        }
    }

    /** Other languages call their output dist and build too. */
    private static boolean holdsWebFiles(Path folder) {
        try (Stream<Path> some = Files.walk(folder, 4)) {
            return some.limit(GLANCE).anyMatch(file -> WEB.matcher(name(file)).matches());
        } catch (IOException | UncheckedIOException unreadable) {
            // It is looked at then, and what cannot be read is said.
            return true;
        }
    }

    private boolean isExcluded(Path path) {
        String shown = top.relativize(path).toString().replace('\\', '/');
        return excludes.stream().anyMatch(glob -> glob.matches(shown));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
