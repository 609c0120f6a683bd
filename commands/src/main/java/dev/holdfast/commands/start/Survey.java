package dev.holdfast.commands.start;

import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan is made from.
 *
 * @param folder the project's folder relative to the root, with '/', empty for the root itself
 * @param stack what the project is built with; its folders are relative to the project
 * @param packages every package of the repository, in folders relative to the root
 * @param classicYarn folders, relative to the root, whose {@code yarn.lock} is one of Yarn 1
 * @param nodeVersionFile the file that says the version of Node.js, relative to the root
 * @param repository whether there is a git repository
 * @param output whether built output lies in the project now
 * @param outputNames the names of folders that are taken for built output
 * @param hooks who runs the hooks of git
 * @param migrations folders of migrations, relative to the project
 * @param notes what the user should know beside the plan
 */
record Survey(
        String folder,
        Stack stack,
        List<NodePackage> packages,
        Set<String> classicYarn,
        Optional<String> nodeVersionFile,
        boolean repository,
        boolean output,
        List<String> outputNames,
        Hooks hooks,
        List<String> migrations,
        List<String> notes) {

    Survey {
        packages = List.copyOf(packages);
        classicYarn = Set.copyOf(classicYarn);
        outputNames = List.copyOf(outputNames);
        migrations = List.copyOf(migrations);
        notes = List.copyOf(notes);
    }

    /** Who runs the hooks of git. */
    enum Hooks {
        /** Nobody yet, or the tool pre-commit. */
        PRE_COMMIT,
        /** Husky, whose hooks do not call Holdfast yet. */
        HUSKY,
        /** Husky, and it calls Holdfast. */
        HUSKY_DONE
    }

    /** A path below the project's folder, relative to the root. */
    String path(String below) {
        return folder.isEmpty() ? below : below.isEmpty() ? folder : folder + "/" + below;
    }

    /** How the project is installed and built. */
    BuildSteps buildSteps() {
        List<NodePackage> targets =
                stack.builds().stream()
                        .map(each ->
                                new NodePackage(
                                        path(each.folder()),
                                        each.manager(),
                                        each.locked(),
                                        each.build()))
                        .toList();
        return BuildSteps.of(targets, packages, classicYarn);
    }
}
