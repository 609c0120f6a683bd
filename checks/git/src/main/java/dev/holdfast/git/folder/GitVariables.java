package dev.holdfast.git.folder;

import dev.holdfast.core.problem.UserProblem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What git tells the programs that it runs, such as hooks (git(1), "Environment Variables"): with
 * {@code git commit -a} what is to be committed stands in another index than the usual one, and a
 * push that is not yet accepted has its objects in a folder of their own.
 */
public final class GitVariables {
    private static final String REPOSITORY = "GIT_DIR";
    private static final String WORK_TREE = "GIT_WORK_TREE";
    private static final String INDEX = "GIT_INDEX_FILE";
    private static final String OBJECTS = "GIT_OBJECT_DIRECTORY";
    private static final String FURTHER_OBJECTS = "GIT_ALTERNATE_OBJECT_DIRECTORIES";
    private static final String COMMON = "GIT_COMMON_DIR";

    private final Path workingFolder;
    private final Map<String, String> variables;

    /**
     * The variables of a process.
     *
     * @param workingFolder what relative paths start from
     */
    public GitVariables(Path workingFolder, Map<String, String> variables) {
        this.workingFolder = workingFolder;
        this.variables = Map.copyOf(variables);
    }

    /** Where the repository is said to be. */
    Optional<Path> repository() {
        return path(REPOSITORY);
    }

    /** The root of the work tree of the repository that is said to be. */
    Path workTree() {
        return path(WORK_TREE).orElse(workingFolder);
    }

    /**
     * A found repository as the variables describe it.
     *
     * @throws UserProblem when they name what is not there, or another repository
     */
    GitFolder applyTo(GitFolder found) throws IOException {
        Optional<Path> common = path(COMMON);
        if (common.isPresent() && !same(common.get(), found.common())) {
            throw other(COMMON, found);
        }
        Path index = path(INDEX).orElse(found.indexFile());
        if (path(INDEX).isPresent() && !Files.isRegularFile(index)) {
            throw new UserProblem(
                    "the variable " + INDEX + " names a file that is not there",
                    "run the command where git runs it, or unset the variable");
        }
        List<Path> objects = new ArrayList<>(found.objects());
        path(OBJECTS).ifPresent(first -> objects.set(0, first));
        String further = variables.getOrDefault(FURTHER_OBJECTS, "");
        for (String each : further.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!each.isEmpty()) {
                objects.add(resolve(FURTHER_OBJECTS, each));
            }
        }
        return found.with(index, objects);
    }

    /** Refuses to look at one repository while git speaks of another. */
    void mustMean(GitFolder found) throws IOException {
        Optional<Path> named = repository();
        if (named.isPresent() && !same(named.get(), found.own())) {
            throw other(REPOSITORY, found);
        }
    }

    private static UserProblem other(String variable, GitFolder found) {
        return new UserProblem(
                "the variable "
                        + variable
                        + " names another repository than that of "
                        + found.root(),
                "unset the variable, or name a folder of its repository");
    }

    private static boolean same(Path named, Path found) throws IOException {
        return Files.exists(named) && Files.isSameFile(named, found);
    }

    private Optional<Path> path(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .filter(value -> !value.isEmpty())
                .map(value -> resolve(variable, value));
    }

    private Path resolve(String variable, String value) {
        try {
            return workingFolder.resolve(value);
        } catch (InvalidPathException odd) {
            throw new UserProblem("the variable " + variable + " names no file", null);
        }
    }
}
