package dev.holdfast.commands.check;

import dev.holdfast.commands.run.Workspace;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.secrets.BundleDirectories;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.bundle.BundleRequest;
import dev.holdfast.secrets.bundle.OutputFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code holdfast check} runs for a project. Each capability adds its part here.
 *
 * @param notes what the reader must know about the selection
 */
public record CheckSelection(List<Check> checks, List<String> notes) {
    private static final List<Technology> FRONT_ENDS =
            List.of(Technology.NEXTJS, Technology.VITE, Technology.WEBPACK);

    /** Selects by policy, else by what the project holds. */
    public static CheckSelection of(Workspace workspace) throws IOException {
        Policy policy = workspace.policy();
        Path directory = workspace.project().directory();
        List<String> named = policy.texts("secrets", "bundle", "directories");
        OutputFolders output =
                named.isEmpty()
                        ? BundleDirectories.find(directory, policy.excludes())
                        : OutputFolders.named(resolve(directory, named));
        BundleRequest request =
                new BundleRequest(
                        output,
                        named.isEmpty() ? unbuilt(directory, output) : List.of(),
                        resolve(directory, policy.texts("secrets", "bundle", "envFiles")),
                        policy.excludes(),
                        policy.number("secrets", "bundle", "maxFileMiB") * (1L << 20));
        return new CheckSelection(List.of(Secrets.bundle(request)), List.of());
    }

    /** The packages that build a front end and have no output: nobody knows what it would hold. */
    private static List<Path> unbuilt(Path directory, OutputFolders output) throws IOException {
        Stack stack = StackDetector.detect(directory);
        List<Path> unbuilt = new ArrayList<>();
        for (NodePackage each : stack.packages()) {
            boolean frontEnd =
                    FRONT_ENDS.stream().anyMatch(one -> stack.folders(one).contains(each.folder()));
            Path folder = directory.resolve(each.folder());
            boolean built =
                    Stream.concat(output.folders().stream(), output.links().stream())
                            .anyMatch(one ->
                                    one.startsWith(folder) && BundleDirectories.isBuilt(one));
            if (frontEnd && each.build() && !built) {
                unbuilt.add(folder);
            }
        }
        return unbuilt;
    }

    private static List<Path> resolve(Path directory, List<String> names) {
        return names.stream().map(directory::resolve).toList();
    }
}
