package dev.holdfast.commands.start;

import dev.holdfast.commands.run.DatabaseSelection;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.PackageManager;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.secrets.BundleDirectories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a project for {@link InitPlan}. Reads, and writes nothing. */
final class SurveyReader {
    private static final int MOST = 1 << 16;

    private final Path root;
    private final Path directory;
    private final boolean repository;
    private final List<String> notes = new ArrayList<>();

    /** A reader of a project, which may be a folder below the root. */
    SurveyReader(Project project) {
        this.root = project.root();
        this.directory = project.directory();
        this.repository = project.repository();
    }

    /**
     * Looks.
     *
     * @throws UserProblem when the folder's name cannot stand in what is written
     */
    Survey read() throws IOException {
        String folder = slashed(root.relativize(directory));
        if (!Quoted.isSafe(folder)) {
            throw new UserProblem(
                    "the name of the folder " + folder + " cannot stand in a workflow",
                    "rename it, or run holdfast init in the repository's root");
        }
        Stack stack = StackDetector.detect(directory);
        List<NodePackage> packages =
                folder.isEmpty() ? stack.packages() : StackDetector.detect(root).packages();
        notes.addAll(stack.notes());
        noteUpperPolicy();
        noteIgnored();
        return new Survey(
                folder,
                stack,
                packages,
                classicYarn(packages),
                nodeVersionFile(),
                repository,
                !BundleDirectories.find(directory, List.of()).folders().isEmpty(),
                BundleDirectories.names(),
                hooks(folder),
                migrations(),
                notes);
    }

    private List<String> migrations() throws IOException {
        return DatabaseSelection.found(directory).stream()
                .map(each -> slashed(directory.relativize(each)))
                .filter(Quoted::isSafe)
                .toList();
    }

    private Set<String> classicYarn(List<NodePackage> packages) {
        Set<String> classic = new HashSet<>();
        for (NodePackage each : packages) {
            boolean yarn = each.manager().filter(PackageManager.YARN::equals).isPresent();
            // Yarn 1 writes this line; later versions write a mapping that starts with __metadata.
            if (yarn
                    && head(root.resolve(each.folder()).resolve("yarn.lock"))
                            .contains("# yarn lockfile v1")) {
                classic.add(each.folder());
            }
        }
        return classic;
    }

    private Optional<String> nodeVersionFile() {
        for (Path folder : List.of(directory, root)) {
            for (String name : List.of(".nvmrc", ".node-version")) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    return Optional.of(slashed(root.relativize(file)));
                }
            }
        }
        return Optional.empty();
    }

    private Survey.Hooks hooks(String folder) {
        Path husky = root.resolve(".husky");
        if (!Files.isDirectory(husky, LinkOption.NOFOLLOW_LINKS)
                || Files.exists(root.resolve(HookDraft.PATH), LinkOption.NOFOLLOW_LINKS)) {
            return Survey.Hooks.PRE_COMMIT;
        }
        String call = folder.isEmpty() ? "holdfast check" : HookDraft.line(folder);
        boolean done =
                List.of("pre-commit", "pre-push").stream()
                        .anyMatch(hook -> head(husky.resolve(hook)).contains(call));
        return done ? Survey.Hooks.HUSKY_DONE : Survey.Hooks.HUSKY;
    }

    private void noteUpperPolicy() {
        for (@Nullable Path each = directory.getParent();
                each != null && each.startsWith(root);
                each = each.getParent()) {
            Path policy = each.resolve(ProjectFinder.POLICY_FILE);
            if (Files.exists(policy, LinkOption.NOFOLLOW_LINKS)) {
                notes.add(
                        slashed(root.relativize(policy))
                                + " lies further up; in this folder the nearer policy is in force"
                                + " instead of it, not on top of it");
                return;
            }
        }
    }

    private void noteIgnored() {
        Path file = directory.resolve(".gitignore");
        boolean ignored =
                head(file)
                        .lines()
                        .map(String::strip)
                        .anyMatch(
                                Set.of(".holdfast", ".holdfast/", "/.holdfast", "/.holdfast/")
                                        ::contains);
        if (ignored) {
            notes.add(
                    slashed(root.relativize(file))
                            + " keeps .holdfast/ out of git; waivers.yaml and baseline.json belong"
                            + " into git, only fingerprint.key does not");
        }
    }

    private static String head(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
