package dev.holdfast.core.project;

import dev.holdfast.core.problem.UserProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a project begins: at the repository's root; outside a repository at the folder that
 * was named; when several were named, at the current folder. Looks for {@code .git} by name only.
 */
public final class ProjectFinder {
    /** The name of the policy file. */
    public static final String POLICY_FILE = "holdfast.yaml";

    private ProjectFinder() {}

    /**
     * The project of the named folders.
     *
     * @throws UserProblem when one of them is not there
     */
    public static Project find(List<Path> named, Path current) throws IOException {
        for (Path each : named) {
            if (!Files.exists(each)) {
                throw new UserProblem(
                        "there is no folder " + each, "is it built, and is the name right?");
            }
        }
        Path start = real(named.isEmpty() ? current : named.getFirst());
        Optional<Path> repository = repository(start);
        boolean together =
                repository.isPresent()
                        && named.stream()
                                .map(ProjectFinder::real)
                                .allMatch(each -> repository(each).equals(repository));
        Path root = together ? repository.orElseThrow() : named.size() > 1 ? real(current) : start;
        return new Project(root, policyFolder(start, root), together);
    }

    /**
     * A policy file above a project outside a repository, which is not the project's: its name as
     * seen from the project's folder.
     */
    public static Optional<String> policyAbove(Project project) {
        Path root = project.root();
        if (project.repository() || Files.exists(root.resolve(POLICY_FILE))) {
            return Optional.empty();
        }
        String up = "../";
        for (@Nullable Path each = root.getParent(); each != null; each = each.getParent()) {
            if (Files.isRegularFile(each.resolve(POLICY_FILE))) {
                return Optional.of(up + POLICY_FILE);
            }
            up += "../";
        }
        return Optional.empty();
    }

    /** The folder itself; of a file, the folder that it lies in. */
    private static Path real(Path path) {
        try {
            Path real = path.toRealPath();
            Path parent = real.getParent();
            return Files.isDirectory(real) || parent == null ? real : parent;
        } catch (IOException gone) {
            throw new UserProblem("cannot look at " + path, "no permission, or it has just gone");
        }
    }

    private static Optional<Path> repository(Path start) {
        for (@Nullable Path each = start; each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The nearest folder from the start up to the root that has a policy, else the root. */
    private static Path policyFolder(Path start, Path root) {
        for (@Nullable Path each = start;
                each != null && each.startsWith(root);
                each = each.getParent()) {
            if (Files.exists(each.resolve(POLICY_FILE), LinkOption.NOFOLLOW_LINKS)) {
                return each;
            }
        }
        return root;
    }
}
