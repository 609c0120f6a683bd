package dev.holdfast.commands.secrets;

import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.secrets.BundleDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * What is looked at must not decide about itself: a policy or waivers that a build, or whoever
 * packed the output, has put into it would be followed as the project's own.
 */
final class OutputDecides {

    private OutputDecides() {}

    /**
     * Refuses a project that is found inside of what was named as output.
     *
     * @throws UserProblem when its policy or its waivers would be followed
     */
    static void refuse(Project project, List<Path> named, CommonOptions options, Path current)
            throws IOException {
        Path folder = project.directory();
        boolean own =
                (project.repository() && folder.equals(project.root()))
                        || current.toRealPath().startsWith(folder);
        if (own || !isOutput(folder, project, named)) {
            return;
        }
        Path policy = folder.resolve(ProjectFinder.POLICY_FILE);
        Path accepted = folder.resolve(".holdfast");
        for (Path each : List.of(policy, accepted)) {
            boolean meant = each.equals(policy) && options.policy().isPresent();
            if (!meant && Files.exists(each, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserProblem(
                        project.show(each)
                                + " lies in what is looked at, and would decide about itself",
                        "delete it from the output; --policy FILE names a policy elsewhere");
            }
        }
    }

    private static boolean isOutput(Path folder, Project project, List<Path> named)
            throws IOException {
        for (Path each : named) {
            if (folder.startsWith(each.toRealPath())) {
                return true;
            }
        }
        for (Path each : project.root().relativize(folder)) {
            if (BundleDirectories.isBuilt(each)) {
                return true;
            }
        }
        return false;
    }
}
