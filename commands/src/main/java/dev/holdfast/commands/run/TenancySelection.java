package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.policy.Setting;
import dev.holdfast.core.problem.UserProblem;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tenancy spec: a file of its own, or {@code rls.tenancy} of the policy. */
public final class TenancySelection {

    private static final Pattern PLACE = Pattern.compile("(.+):\\d+:\\d+");

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
        return ofPolicy(workspace);
    }

    /**
     * The same of the policy in force, which may be another file than the project's own, or have it
     * from a file that it extends.
     *
     * @throws UserProblem when it is put together of several files, whose parts nobody can read as
     *     a whole
     */
    public static Optional<TenancySource> ofPolicy(Workspace workspace) throws IOException {
        Set<String> files = new TreeSet<>();
        for (Setting each : workspace.policy().explain("rls.tenancy")) {
            Matcher place = PLACE.matcher(each.layer());
            if (place.matches()) {
                files.add(place.group(1));
            }
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        if (files.size() > 1) {
            throw new UserProblem(
                    "rls.tenancy is said in parts by " + String.join(" and ", files),
                    "write the whole of it into one of them");
        }
        String shown = files.iterator().next();
        Path file = workspace.project().directory().resolve(shown);
        return section(StrictYaml.read(Files.readAllBytes(file), shown))
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
