package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.git.GitRepository;
import dev.holdfast.git.folder.GitVariables;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Opens the repository of a project. */
public final class Repositories {

    private Repositories() {}

    /**
     * The repository.
     *
     * @throws UserProblem when the project lies in none
     */
    public static GitRepository open(Project project, Surroundings surroundings)
            throws IOException {
        try {
            return GitRepository.open(
                    project.directory(),
                    new GitVariables(surroundings.directory(), surroundings.environment()));
        } catch (NoSuchFileException none) {
            throw new UserProblem(
                    "there is no git repository here",
                    "run it inside one; holdfast secrets scan looks at plain folders");
        }
    }
}
