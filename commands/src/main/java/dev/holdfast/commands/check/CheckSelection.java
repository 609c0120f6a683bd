package dev.holdfast.commands.check;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.run.HistorySelection;
import dev.holdfast.commands.run.Programs;
import dev.holdfast.commands.run.TreeSelection;
import dev.holdfast.commands.run.Verification;
import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.secrets.BundleDirectories;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.bundle.BundleRequest;
import dev.holdfast.secrets.bundle.OutputFolders;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.Asking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code holdfast check} runs for a project. Each capability adds its part here.
 *
 * @param notes what the reader must know about the selection
 */
public record CheckSelection(List<Check> checks, List<String> notes) {
    // Each goes from this list with the capability that looks at it.
    private static final Set<Technology> NOT_LOOKED_AT =
            EnumSet.of(Technology.NESTJS, Technology.DOCKER, Technology.KUBERNETES);

    private static final String FILES_NOT_LOOKED_AT =
            "only built output was looked for: holdfast secrets scan looks at the files, holdfast"
                    + " secrets history at what git keeps, and a policy with secrets.tree and"
                    + " secrets.history enabled, as holdfast init writes it, makes this command"
                    + " look at both";

    /** Whether a check of this version looks at what that technology is made of. */
    public static boolean looksAt(Technology technology) {
        return !NOT_LOOKED_AT.contains(technology);
    }

    /** Selects by policy, else by what the project holds. */
    public static CheckSelection of(Workspace workspace, Surroundings surroundings)
            throws IOException {
        return of(workspace, workspace.project().directory(), surroundings);
    }

    /**
     * The same for a project, with searches that its policy may not enable.
     *
     * @param also what is searched in any case, of a history every branch
     */
    public static CheckSelection of(
            Workspace workspace, Set<Search> also, Surroundings surroundings) throws IOException {
        return in(workspace, workspace.project().directory(), also, surroundings);
    }

    /**
     * The same for a part of the project.
     *
     * @param part a folder; one that is not below the project's own folder stands for all of it
     */
    public static CheckSelection of(Workspace workspace, Path part, Surroundings surroundings)
            throws IOException {
        Path whole = workspace.project().directory();
        Path real = part.toRealPath();
        boolean narrower = Files.isDirectory(real) && real.startsWith(whole) && !real.equals(whole);
        CheckSelection selection = in(workspace, narrower ? real : whole, Set.of(), surroundings);
        if (!narrower) {
            return selection;
        }
        List<String> notes = new ArrayList<>(selection.notes());
        notes.add("only " + workspace.project().show(real) + " was looked at, as it was asked");
        return new CheckSelection(selection.checks(), notes);
    }

    private static CheckSelection in(
            Workspace workspace, Path directory, Set<Search> also, Surroundings surroundings)
            throws IOException {
        Policy policy = workspace.policy();
        Path whole = workspace.project().directory();
        Stack stack = StackDetector.detect(directory);
        List<String> named = policy.texts("secrets", "bundle", "directories");
        OutputFolders output =
                named.isEmpty()
                        ? found(directory, whole, policy.excludes())
                        : OutputFolders.named(
                                resolve(whole, named).stream()
                                        .filter(each -> each.normalize().startsWith(directory))
                                        .toList());
        BundleRequest request =
                new BundleRequest(
                        output,
                        named.isEmpty() ? unbuilt(directory, stack, output) : List.of(),
                        Programs.of(directory, stack),
                        resolve(whole, policy.texts("secrets", "bundle", "envFiles")),
                        policy.excludes(),
                        policy.number("secrets", "bundle", "maxFileMiB") * (1L << 20));
        Asking asking =
                policy.flag("secrets", "verify", "enabled")
                        ? Verification.by(policy, surroundings)
                        : Asking.nobody();
        List<Check> checks = new ArrayList<>();
        UserRules own = workspace.rules();
        checks.add(Secrets.bundle(request, own, asking));
        boolean tree = also.contains(Search.TREE) || policy.flag("secrets", "tree", "enabled");
        if (tree) {
            checks.add(
                    Secrets.tree(
                            TreeSelection.of(
                                    workspace,
                                    List.of(directory),
                                    false,
                                    output.folders(),
                                    surroundings),
                            own,
                            asking));
        }
        boolean past = also.contains(Search.HISTORY);
        boolean history = past || policy.flag("secrets", "history", "enabled");
        if (history) {
            checks.add(
                    HistorySelection.of(
                            workspace,
                            new HistoryScope(
                                    past || policy.flag("secrets", "history", "all"),
                                    false,
                                    Optional.empty()),
                            asking,
                            surroundings));
        }
        List<String> notes = new ArrayList<>(notes(stack));
        if (policy.flag("rls", "enabled")) {
            notes.addAll(RlsSelection.add(checks, workspace, surroundings));
        }
        if (!tree && !history) {
            notes.add(FILES_NOT_LOOKED_AT);
        }
        return new CheckSelection(checks, notes);
    }

    private static OutputFolders found(Path directory, Path whole, List<String> excludes)
            throws IOException {
        for (Path each = directory;
                each != null && each.startsWith(whole) && !each.equals(whole);
                each = each.getParent()) {
            if (BundleDirectories.isBuilt(each)) {
                return OutputFolders.named(List.of(directory));
            }
        }
        return BundleDirectories.find(directory, whole, excludes);
    }

    /**
     * The packages that build what browsers get and have no output: nobody knows what it would
     * hold. A folder such as {@code public} is written by hand and is no output.
     */
    private static List<Path> unbuilt(Path directory, Stack stack, OutputFolders output) {
        List<Path> there =
                Stream.concat(output.folders().stream(), output.links().stream()).toList();
        List<Path> unbuilt = new ArrayList<>();
        for (NodePackage each : stack.packages()) {
            Path folder = directory.resolve(each.folder());
            boolean served =
                    Programs.frontEnds().stream()
                                    .anyMatch(one -> stack.folders(one).contains(each.folder()))
                            || there.stream().anyMatch(one -> folder.equals(one.getParent()));
            boolean built =
                    there.stream()
                            .anyMatch(one ->
                                    one.startsWith(folder) && BundleDirectories.isBuilt(one));
            if (each.build() && served && !built) {
                unbuilt.add(folder);
            }
        }
        return unbuilt;
    }

    private static List<String> notes(Stack stack) {
        List<String> notes = new ArrayList<>(stack.notes());
        String open =
                stack.technologies().stream()
                        .filter(each -> !looksAt(each))
                        .map(Technology::title)
                        .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            notes.add("found here, and no check of this version looks at it: " + open);
        }
        return notes;
    }

    private static List<Path> resolve(Path directory, List<String> names) {
        return names.stream().map(directory::resolve).toList();
    }
}
