package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.rls.tenancy.TenancyReader;
import dev.holdfast.rls.tenancy.TenancySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the tenancy spec: a file of its own, or {@code rls.tenancy} of the policy. */
public final class TenancySelection {

    private TenancySelection() {}

    /**
     * What reads the spec when there is a catalogue to hold it against, or nothing when there is no
     * spec.
     *
     * @param named a file that somebody names
     * @throws UserProblem when the named file is not there
     */
    public static Optional<TenancySource> of(
            Optional<Path> named,
            Workspace workspace,
            CommonOptions options,
            Surroundings surroundings)
            throws IOException {
        if (named.isPresent()) {
            Path file = surroundings.directory().resolve(named.get());
            if (!Files.isRegularFile(file)) {
                throw new UserProblem(
                        "there is no file " + named.get(), "name the file of the tenancy spec");
            }
            String shown = workspace.project().show(file);
            YamlNode node = StrictYaml.read(Files.readAllBytes(file), shown);
            return Optional.of((catalog, expressions) ->
                    TenancyReader.read(inner(node), shown, catalog, expressions));
        }
        return ofFile(
                options.policy().map(surroundings.directory()::resolve).orElse(policyOf(workspace)),
                workspace);
    }

    /** The same of the project's own policy. */
    public static Optional<TenancySource> ofPolicy(Workspace workspace) throws IOException {
        return ofFile(policyOf(workspace), workspace);
    }

    private static Path policyOf(Workspace workspace) {
        return workspace.project().directory().resolve(ProjectFinder.POLICY_FILE);
    }

    private static Optional<TenancySource> ofFile(Path policy, Workspace workspace)
            throws IOException {
        if (!Files.isRegularFile(policy)) {
            return Optional.empty();
        }
        String shown = workspace.project().show(policy);
        return section(StrictYaml.read(Files.readAllBytes(policy), shown))
                .map(node ->
                        (catalog, expressions) ->
                                TenancyReader.read(node, shown, catalog, expressions));
    }

    /** A file of its own may hold the spec under the keys that it has in a policy. */
    private static YamlNode inner(YamlNode node) {
        return section(node).or(() -> at(node, "tenancy")).orElse(node);
    }

    private static Optional<YamlNode> section(YamlNode node) {
        return at(node, "rls").flatMap(each -> at(each, "tenancy"));
    }

    private static Optional<YamlNode> at(YamlNode node, String key) {
        return node instanceof YamlMapping mapping
                ? mapping.entry(key).map(YamlEntry::value)
                : Optional.empty();
    }
}
