package dev.holdfast.commands.start;

import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.PackageManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a machine that knows nothing of the project installs and builds it. Folders are relative to
 * the root, with '/'.
 *
 * @param skipped folders with a build that cannot be named in a workflow
 */
record BuildSteps(List<Install> installs, List<Build> builds, List<String> skipped) {

    /**
     * One installation.
     *
     * @param locked whether a lock file says what is installed
     * @param classic whether the lock file is one of Yarn 1, which has its own option
     */
    record Install(String folder, PackageManager manager, boolean locked, boolean classic) {

        String command() {
            return locked ? lockedCommand() : manager.word() + " install";
        }

        /** The command that installs what the lock file says, or fails. */
        String lockedCommand() {
            return switch (manager) {
                case NPM -> "npm ci";
                case PNPM -> "pnpm install --frozen-lockfile";
                case YARN ->
                        classic ? "yarn install --frozen-lockfile" : "yarn install --immutable";
                case BUN -> "bun install --frozen-lockfile";
            };
        }
    }

    /** One build. */
    record Build(String folder, PackageManager manager) {

        String command() {
            return manager.word() + " run build";
        }
    }

    BuildSteps {
        installs = List.copyOf(installs);
        builds = List.copyOf(builds);
        skipped = List.copyOf(skipped);
    }

    /**
     * The steps of a project.
     *
     * @param targets the packages to build
     * @param all every package of the repository
     * @param classicYarn folders whose {@code yarn.lock} is one of Yarn 1
     */
    static BuildSteps of(
            List<NodePackage> targets, List<NodePackage> all, Set<String> classicYarn) {
        Set<Install> installs = new LinkedHashSet<>();
        List<Build> builds = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (NodePackage target : targets) {
            if (!Quoted.isSafe(target.folder())) {
                skipped.add(target.folder());
                continue;
            }
            NodePackage root = installRoot(target, all);
            PackageManager manager = root.manager().orElse(PackageManager.NPM);
            installs.add(
                    new Install(
                            root.folder(),
                            manager,
                            root.locked(),
                            classicYarn.contains(root.folder())));
            builds.add(new Build(target.folder(), manager));
        }
        return new BuildSteps(List.copyOf(installs), builds, skipped);
    }

    /** Each package manager that is called, in the order of its first call. */
    Set<PackageManager> managers() {
        Set<PackageManager> managers = new LinkedHashSet<>();
        installs.forEach(install -> managers.add(install.manager()));
        return managers;
    }

    /**
     * Where the packages of a target are installed: the nearest folder above it, or its own, with a
     * lock file; else the nearest that names a manager; else the uppermost, as a workspace has it.
     */
    private static NodePackage installRoot(NodePackage target, List<NodePackage> all) {
        List<NodePackage> line =
                all.stream()
                        .filter(each -> isAtOrAbove(each.folder(), target.folder()))
                        .sorted(Comparator.comparingInt(each -> -each.folder().length()))
                        .toList();
        return line.stream()
                .filter(NodePackage::locked)
                .findFirst()
                .or(() -> line.stream().filter(each -> each.manager().isPresent()).findFirst())
                .orElse(line.getLast());
    }

    private static boolean isAtOrAbove(String folder, String other) {
        return folder.isEmpty() || other.equals(folder) || other.startsWith(folder + "/");
    }
}
