package dev.holdfast.secrets;

import dev.holdfast.core.project.PathGlob;
import dev.holdfast.secrets.bundle.OutputFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds folders of built output by their names: those that one framework alone gives wherever they
 * lie, the others beside a {@code package.json}, and else when they hold what browsers load.
 */
public final class BundleDirectories {
    private static final int DEEPEST = 64;
    // What a web server or a page loads lies near the top: dist/index.html, dist/assets/app.js.
    private static final int NEAR = 2;
    private static final int FAR = 4;
    // What is written by hand and copied; its presence says nothing of a build.
    private static final Set<String> STATIC = Set.of("public", "www");
    private static final Set<String> DISTINCT =
            Set.of(".next", ".output", ".svelte-kit", ".vercel");
    private static final Set<String> BUILT =
            Set.of("dist", "build", "out", ".next", ".output", ".svelte-kit", ".vercel");
    private static final Set<String> NEVER = Set.of("node_modules", ".git", ".hg", ".svn", ".venv");
    // Unless a package lies there all the same.
    private static final Set<String> FOREIGN = Set.of("vendor", "target", "coverage");
    // They write their output into a folder of their own.
    private static final Set<String> HIDDEN = Set.of(".vitepress", ".vuepress");
    private static final Pattern WEB = Pattern.compile("(?i).*\\.(m?js|cjs|html?|css|map|rsc)");

    private final Path top;
    private final List<PathGlob> excludes;
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final Set<Path> unreadable = new LinkedHashSet<>();
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
        return find(directory, directory, excludes);
    }

    /**
     * Searches a part of a project.
     *
     * @param whole the project's folder, from which the globs are meant
     * @throws IOException when the part's folder itself cannot be listed
     */
    public static OutputFolders find(Path directory, Path whole, List<String> excludes)
            throws IOException {
        BundleDirectories search =
                new BundleDirectories(
                        whole,
                        excludes.stream().flatMap(text -> PathGlob.of(text).stream()).toList());
        search.folder(directory, 0);
        search.folders.sort(null);
        search.links.sort(null);
        return new OutputFolders(
                search.folders, search.links, List.copyOf(search.unreadable), search.excluded);
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
        boolean packaged = isPackage(folder);
        for (Path each : below) {
            if (!isForeign(each)) {
                entry(each, packaged, depth);
            }
        }
    }

    private static boolean isPackage(Path folder) {
        return Files.exists(folder.resolve("package.json"));
    }

    private static boolean isForeign(Path each) {
        return NEVER.contains(name(each)) || (FOREIGN.contains(name(each)) && !isPackage(each));
    }

    private void entry(Path each, boolean packaged, int depth) throws IOException {
        boolean built = BUILT.contains(name(each));
        boolean named = built || STATIC.contains(name(each));
        boolean output = named && (packaged || depth == 0 || built);
        if (isExcluded(each)) {
            if (output) {
                excluded.add(each);
            }
            return;
        }
        BasicFileAttributes facts;
        try {
            facts =
                    Files.readAttributes(
                            each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException gone) {
            return;
        } catch (IOException unknown) {
            // A folder that may be listed and not entered: what lies in it is not told.
            unreadable.add(each.toAbsolutePath().getParent());
            return;
        }
        if (facts.isSymbolicLink()) {
            if (output && Files.isDirectory(each)) {
                links.add(each);
            }
        } else if (facts.isDirectory()) {
            if (output && isOutput(each, packaged, depth)) {
                folders.add(each);
            } else if (!name(each).startsWith(".") || HIDDEN.contains(name(each))) {
                deeper(each, depth + 1);
            }
        }
    }

    private void deeper(Path folder, int depth) throws IOException {
        if (depth > DEEPEST) {
            unreadable.add(folder);
        } else {
            folder(folder, depth);
        }
    }

    private static boolean isOutput(Path folder, boolean packaged, int depth) {
        return packaged
                || DISTINCT.contains(name(folder))
                || holdsWebFiles(folder, depth == 0 ? FAR : NEAR);
    }

    /** Other languages call their output dist and build too. */
    private static boolean holdsWebFiles(Path folder, int depth) {
        try (Stream<Path> some = Files.walk(folder, depth)) {
            return some.anyMatch(file -> WEB.matcher(name(file)).matches());
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
