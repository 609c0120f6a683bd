package dev.holdfast.secrets.scan;

import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.project.Project;
import dev.holdfast.secrets.place.Says;
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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists folders and says what of them is to be read. Safe to be shared by threads. */
final class TreeWalk {
    private static final int DEEPEST = 256;
    // So many that the threads seldom ask for more, and none waits long for another at the end.
    private static final int BATCH = 32;
    private static final long BATCH_BYTES = 1 << 20;

    private final TreeRequest request;
    private final Project project;
    private final TreeWork work;
    private final List<PathGlob> excludes;
    private final Set<Path> elsewhere;
    private final Says says = new Says(ScanChecks.TREE);

    TreeWalk(TreeRequest request, Project project, TreeWork work) {
        this.request = request;
        this.project = project;
        this.work = work;
        this.excludes =
                request.excludes().stream().flatMap(text -> PathGlob.of(text).stream()).toList();
        this.elsewhere = new HashSet<>(request.elsewhere());
    }

    /** Adds what was named; one inside another is looked at once. */
    void begin(TreeFindings found) {
        for (Path each : outermost(request.paths())) {
            String shown = shown(each);
            if (Files.isDirectory(each)) {
                work.add(new TreeWork.Folder(each, shown, rules(shown), 0));
            } else if (Files.isRegularFile(each)) {
                work.add(new TreeWork.Files(List.of(new TreeWork.File(each, shown, 0))));
            } else {
                open(shown, "is a pipe, a socket or a device", found);
            }
        }
    }

    private static List<Path> outermost(List<Path> paths) {
        List<Path> distinct = paths.stream().distinct().toList();
        return distinct.stream()
                .filter(each ->
                        distinct.stream()
                                .noneMatch(other -> !other.equals(each) && each.startsWith(other)))
                .toList();
    }

    /** The rules of a folder that was named: those of every folder above it hold too. */
    private Ignored rules(String shown) {
        Ignored rules = request.ignored().in("");
        for (int end = shown.indexOf('/'); end >= 0; end = shown.indexOf('/', end + 1)) {
            rules = rules.in(shown.substring(0, end));
        }
        return shown.isEmpty() ? rules : rules.in(shown);
    }

    private String shown(Path path) {
        String shown = project.show(path);
        return shown.equals(".") ? "" : shown;
    }

    /** Lists one folder. */
    void list(TreeWork.Folder folder, TreeFindings found) {
        if (folder.depth() > DEEPEST) {
            open(folder.shown(), "lies more than " + DEEPEST + " folders deep", found);
            return;
        }
        List<TreeWork.File> batch = new ArrayList<>();
        long bytes = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.path())) {
            for (Path each : all) {
                TreeWork.File file = entry(each, folder, found);
                if (file != null) {
                    batch.add(file);
                    bytes += file.size();
                    if (batch.size() == BATCH || bytes > BATCH_BYTES) {
                        work.add(new TreeWork.Files(batch));
                        batch = new ArrayList<>();
                        bytes = 0;
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException failed) {
            open(folder.shown().isEmpty() ? "." : folder.shown(), "could not be listed", found);
        }
        if (!batch.isEmpty()) {
            work.add(new TreeWork.Files(batch));
        }
    }

    private TreeWork.@Nullable File entry(Path each, TreeWork.Folder folder, TreeFindings found) {
        String name = String.valueOf(each.getFileName());
        String shown = folder.shown().isEmpty() ? name : folder.shown() + "/" + name;
        BasicFileAttributes facts;
        try {
            facts =
                    Files.readAttributes(
                            each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException failed) {
            open(shown, "could not be looked at", found);
            return null;
        }
        if (name.equals(".git") && folder.shown().isEmpty()) {
            return null;
        }
        if (folder.ignored().ignores(shown, facts.isDirectory())) {
            found.ignored(shown);
        } else if (excludes.stream().anyMatch(glob -> glob.matches(shown))) {
            found.leftOut(
                    shown, says.notApplicable(shown, "is left out by the policy (paths.exclude)"));
        } else if (elsewhere.contains(each)) {
            found.leftOut(
                    shown,
                    says.notApplicable(shown, "is built output, which secrets.bundle looks at"));
        } else if (facts.isSymbolicLink()) {
            link(each, shown, found);
        } else if (facts.isDirectory()) {
            work.add(
                    new TreeWork.Folder(
                            each, shown, folder.ignored().in(shown), folder.depth() + 1));
        } else if (facts.isRegularFile()) {
            return new TreeWork.File(each, shown, facts.size());
        } else {
            found.leftOut(
                    shown,
                    says.notApplicable(shown, "is a pipe, a socket or a device, and no file"));
        }
        return null;
    }

    /** What a link inside the tree leads to is looked at where it lies. */
    private void link(Path link, String shown, TreeFindings found) {
        Optional<String> target = target(link);
        found.link(shown, target.orElse(""));
        try {
            Path real = link.toRealPath();
            if (request.paths().stream().noneMatch(real::startsWith)) {
                found.leftOut(
                        shown,
                        says.notApplicable(
                                shown,
                                "is a link out of the tree, to " + target.orElse("somewhere")));
            }
        } catch (IOException nowhere) {
            // Leads to nothing that could be read, or in a circle: no content is behind it.
            found.leftOut(
                    shown,
                    says.notApplicable(
                            shown,
                            "is a link to "
                                    + target.orElse("somewhere")
                                    + ", which cannot be followed"));
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString().replace('\\', '/'));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private void open(String shown, String message, TreeFindings found) {
        found.open(
                shown,
                says.unknown(
                        shown,
                        message + ", so it was not looked at",
                        "make it readable, or exclude the path by policy with a reason"));
    }
}
