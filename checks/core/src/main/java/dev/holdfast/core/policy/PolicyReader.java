package dev.holdfast.core.policy;

import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.report.PolicyReference;
import dev.holdfast.core.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads policies: the one door to this package. */
public final class PolicyReader {
    private final Shape.Keys shape;
    private final List<PolicySection> sections;
    private final KnownChecks checks;

    /**
     * A reader.
     *
     * @param sections what the capabilities add to the file
     * @param catalogue every check of this build; asked only when a policy names a check
     */
    public PolicyReader(List<PolicySection> sections, Supplier<Catalogue> catalogue) {
        this.sections = List.copyOf(sections);
        this.shape = CoreShapes.file(sections);
        this.checks = new KnownChecks(catalogue);
    }

    /**
     * Reads a policy file with everything that it extends.
     *
     * @throws UserProblem when it is invalid, with {@code file:line:column: message} for each
     *     problem on a line of its own
     */
    public Policy read(Project project, Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        String name =
                absolute.startsWith(project.root()) ? project.show(absolute) : file.toString();
        PolicyFile bytes = PolicyFile.read(absolute, name);
        KnownChecks known = checks.copy();
        Layer layer = new LayerReader(shape, sections, known).read(bytes);
        PolicyReference reference = new PolicyReference(bytes.name(), bytes.sha256());
        return new Policy(reference, layer.settings(), known, List.of());
    }

    /** The policy of a project that has no policy file: the profiles for its stack. */
    public Policy builtIn(Stack stack) throws IOException {
        List<String> names = Profiles.of(stack);
        Settings settings = Settings.defaults(shape);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] bytes = Profiles.bytes(name);
            all.writeBytes(bytes);
            PolicyFile file = PolicyFile.builtIn(name, bytes);
            settings =
                    settings.with(new LayerReader(shape, sections, checks).read(file).settings());
        }
        String joined = String.join("+", names);
        PolicyFile whole = PolicyFile.builtIn(joined, all.toByteArray());
        List<String> notes = new ArrayList<>();
        notes.add(
                "no holdfast.yaml: the built-in profile "
                        + joined
                        + " is in force (holdfast init writes a policy)");
        notes.addAll(stack.notes());
        return new Policy(
                new PolicyReference(whole.name(), whole.sha256()), settings, checks, notes);
    }

    /** The JSON Schema (2020-12) of the policy file. */
    public String schema() {
        return JsonText.of(JsonSchema.of(shape));
    }
}
