package dev.holdfast.secrets.bundle;

import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the files of built output in a stable order. Follows no link: what a link points to is
 * looked at where it lies, or said.
 */
final class BundleWalk {
    private static final int DEEPEST = 256;

    private final Project project;
    private final List<PathGlob> excludes;
    private final List<BundleFile> files = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Set<String> holes = new HashSet<>();
    private final Set<Path> seen = new HashSet<>();
    private int excluded;

    BundleWalk(Project project, List<PathGlob> excludes) {
        this.project = project;
        this.excludes = List.copyOf(excludes);
    }

    /** Walks one folder; what lies below a folder that was walked before is not listed twice. */
    void walk(Path folder) {
        walk(folder, folder, 0);
    }

    private void walk(Path top, Path folder, int depth) {
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
            entry(top, entry, depth);
        }
    }

    private void entry(Path top, Path entry, int depth) {
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
                link(top, entry, shown);
            } else if (facts.isDirectory()) {
                walk(top, entry, depth + 1);
            } else if (!facts.isRegularFile()) {
                results.add(
                        Said.notApplicable(
                                shown, "is neither a file nor a folder (a pipe or device)"));
            } else if (seen.add(entry)) {
                files.add(new BundleFile(entry, shown, facts.size(), ExposureRules.of(top, entry)));
            }
        } catch (IOException failed) {
            hole(entry, "could not be looked at: " + Reasons.of(failed));
        }
    }

    private boolean isExcluded(String shown) {
        return excludes.stream().anyMatch(glob -> glob.matches(shown));
    }

    private void link(Path top, Path link, String shown) throws IOException {
        String target = Files.readSymbolicLink(link).toString().replace('\\', '/');
        Path real;
        try {
            real = link.toRealPath();
        } catch (IOException broken) {
            boolean gone =
                    !Files.exists(MapFiles.parent(link).resolve(target), LinkOption.NOFOLLOW_LINKS);
            if (gone) {
                results.add(
                        Said.notApplicable(
                                shown, "is a link to " + target + ", which is not there"));
            } else {
                hole(
                        link,
                        "is a link to " + target + " that leads in a circle or cannot be followed");
            }
            return;
        }
        Path realTop = top.toRealPath();
        if (!real.startsWith(realTop)) {
            results.add(Said.notApplicable(shown, "is a link out of the folder, to " + target));
        } else if (link.toAbsolutePath().normalize().startsWith(real)
                || MapFiles.parent(link).toRealPath().startsWith(real)) {
            hole(link, "is a link to " + target + ", a folder that contains it");
        } else if (isExcluded(project.show(real))) {
            excluded++;
            holes.add(shown);
            results.add(
                    Said.notApplicable(
                            shown, "is a link to " + target + ", which the policy leaves out"));
        } else {
            results.add(
                    Said.notApplicable(
                            shown, "is a link to " + target + ", which is looked at there"));
        }
    }

    private void hole(Path path, String message) {
        String shown = project.show(path);
        holes.add(shown);
        results.add(
                Said.unknown(
                        shown, message, "mend it, or exclude the path by policy with a reason"));
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

    /** How many paths the policy leaves out. */
    int excluded() {
        return excluded;
    }
}
