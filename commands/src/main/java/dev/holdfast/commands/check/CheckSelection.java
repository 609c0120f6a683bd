package dev.holdfast.commands.check;

import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.secrets.BundleDirectories;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.bundle.BundleRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code holdfast check} runs for a project. Each capability adds its part here.
 *
 * @param notes what the reader must know about the selection
 */
public record CheckSelection(List<Check> checks, List<String> notes) {

    /** Selects by policy, else by what the project holds. */
    public static CheckSelection of(Workspace workspace) throws IOException {
        Policy policy = workspace.policy();
        Path directory = workspace.project().directory();
        List<Path> envFiles = resolve(directory, policy.texts("secrets", "bundle", "envFiles"));
        List<String> named = policy.texts("secrets", "bundle", "directories");
        List<Path> folders =
                named.isEmpty()
                        ? BundleDirectories.find(directory, policy.excludes())
                        : resolve(directory, named);
        long most = policy.number("secrets", "bundle", "maxFileMiB") * (1L << 20);
        if (!folders.isEmpty()) {
            BundleRequest request = new BundleRequest(folders, envFiles, policy.excludes(), most);
            return new CheckSelection(List.of(Secrets.bundle(request)), List.of());
        }
        Stack stack = StackDetector.detect(directory);
        boolean builds =
                stack.has(Technology.NEXTJS)
                        || stack.has(Technology.VITE)
                        || stack.has(Technology.WEBPACK);
        return new CheckSelection(List.of(Secrets.noBundle(builds)), List.of());
    }

    private static List<Path> resolve(Path directory, List<String> names) {
        return names.stream().map(directory::resolve).toList();
    }
}
