package dev.holdfast.secrets.bundle;

import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the files of built output in a stable order. What a link points to is looked at once: where
 * it lies, or as what it stands for; or it is said that it was not.
 */
final class BundleWalk {
    private static final int DEEPEST = 256;

    private final Project project;
    private final List<PathGlob> excludes;
    private final List<BundleFile> files = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Set<String> holes = new HashSet<>();
    private final Set<Path> seen = new HashSet<>();
    private final Set<Path> followed = new HashSet<>();
    private final Path top;
    private final Path realTop;
    private final ExposureRules exposures;
    private int excluded;
    private int passedOver;

    /** A walk of one folder of output. */
    BundleWalk(Project project, List<PathGlob> excludes, Path top, ExposureRules exposures)
            throws IOException {
        this.project = project;
        this.excludes = List.copyOf(excludes);
        this.top = top;
        this.realTop = top.toRealPath();
        this.exposures = exposures;
    }

    void walk() {
        walk(top, 0);
    }

    private void walk(Path folder, int depth) {
        if (!seen.add(folder)) {
            return;
        }
        if (depth > DEEPEST) {
            hole(folder, "lies more than " + DEEPEST + " folders deep and was not looked at");
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException failed) {
            hole(folder, "the folder could not be listed");
        }
        entries.sort(null);
        for (Path entry : entries) {
            entry(entry, depth);
        }
    }

    private void entry(Path entry, int depth) {
        String shown = project.show(entry);
        if (isExcluded(shown)) {
            excluded++;
            holes.add(shown);
            return;
        }
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(
                            entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (facts.isSymbolicLink()) {
                link(entry, shown, depth);
            } else {
                take(entry, shown, facts, depth);
            }
        } catch (IOException failed) {
            hole(entry, "could not be looked at: " + Reasons.of(failed));
        }
    }

    private void take(Path entry, String shown, BasicFileAttributes facts, int depth) {
        if (facts.isDirectory() && isCache(entry)) {
            passedOver++;
            holes.add(shown);
            results.add(
                    Said.notApplicable(
                            shown,
                            "is the cache of the build, which no server needs, and was not looked at"));
        } else if (facts.isDirectory()) {
            walk(entry, depth + 1);
        } else if (!facts.isRegularFile()) {
            hole(entry, "is neither a file nor a folder (a pipe or device) and was not looked at");
        } else if (seen.add(entry)) {
            files.add(new BundleFile(entry, shown, facts.size(), exposures.of(entry)));
        }
    }

    /** Next.js keeps there what makes the next build faster. */
    private static boolean isCache(Path folder) {
        return folder.endsWith(Path.of(".next", "cache"));
    }

    private boolean isExcluded(String shown) {
        return excludes.stream().anyMatch(glob -> glob.matches(shown));
    }

    private void link(Path link, String shown, int depth) throws IOException {
        String target = Files.readSymbolicLink(link).toString().replace('\\', '/');
        String points = "is a link to " + target;
        Path real;
        try {
            real = link.toRealPath();
        } catch (NoSuchFileException gone) {
            results.add(Said.notApplicable(shown, points + ", which is not there"));
            return;
        } catch (IOException broken) {
            hole(link, points + " that leads in a circle or cannot be followed");
            return;
        }
        if (!real.startsWith(realTop) && !real.startsWith(project.root())) {
            results.add(Said.notApplicable(shown, "is a link out of the folder, to " + target));
        } else if (link.toAbsolutePath().normalize().startsWith(real)
                || MapFiles.parent(link).toRealPath().startsWith(real)) {
            hole(link, points + ", a folder that contains it");
        } else if (isExcluded(project.show(real))) {
            excluded++;
            holes.add(shown);
            results.add(Said.notApplicable(shown, points + ", which the policy leaves out"));
        } else {
            follow(link, real, target, depth);
        }
    }

    /**
     * What browsers load through a link is looked at as what it stands for, unless the same is
     * looked at where it lies, for the same eyes. A program finds its modules through links out of
     * the folder ({@code node_modules}); these are said.
     */
    private void follow(Path link, Path real, String target, int depth) throws IOException {
        boolean inside = real.startsWith(realTop);
        boolean served = exposures.of(link) != Exposure.SERVER;
        boolean once =
                inside && exposures.of(top.resolve(realTop.relativize(real))) != Exposure.SERVER;
        boolean needed = served && !once && followed.add(real);
        String where = inside ? "is a link to " : "is a link out of the folder, to ";
        String what =
                needed
                        ? ", which is looked at as what it stands for"
                        : inside || served ? ", which is looked at there" : "";
        results.add(Said.notApplicable(project.show(link), where + target + what));
        if (needed) {
            take(
                    link,
                    project.show(link),
                    Files.readAttributes(real, BasicFileAttributes.class),
                    depth);
        }
    }

    private void hole(Path path, String message) {
        String shown = project.show(path);
        holes.add(shown);
        results.add(
                Said.unknown(
                        shown, message, "mend it, or exclude the path by policy with a reason"));
    }

    /** The folder that is walked. */
    Path top() {
        return top;
    }

    List<BundleFile> files() {
        return files;
    }

    List<Result> results() {
        return results;
    }

    Set<String> holes() {
        return holes;
    }

    /** How many paths are left out on purpose, by the policy or because they are no output. */
    int leftOut() {
        return excluded + passedOver;
    }

    /** How many paths the policy leaves out. */
    int excluded() {
        return excluded;
    }
}
