package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.gate.GateRules;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.policy.PolicyReader;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.stack.StackDetector;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.Asking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that a command knows before it looks: the project, its policy, its gate, its key.
 *
 * @param notes what the reader of a report must know about where the project was taken to begin
 */
public record Workspace(
        Project project, Policy policy, GateRules gate, FingerprintKey key, List<String> notes) {

    /**
     * Finds the project of the named folders (the current one when none is named) and reads its
     * policy.
     *
     * @throws UserProblem when a folder is not there, or the policy is invalid
     */
    public static Workspace open(List<Path> named, CommonOptions options, Surroundings surroundings)
            throws IOException {
        Project project = ProjectFinder.find(named, surroundings.directory());
        Policy policy = readPolicy(project, options, surroundings);
        checkInside(project, policy, "waivers");
        checkInside(project, policy, "baseline");
        // A host that is nobody's would stay silent for ever.
        Asking.checkHosts(
                policy.texts("secrets", "verify", "hosts"),
                policy.placeOf("secrets", "verify", "hosts"));
        return new Workspace(
                project,
                policy,
                policy.gate(options.environment()),
                KeySource.find(project, surroundings.environment()),
                options.policy().isPresent() ? List.of() : notFollowed(project));
    }

    /** Outside a repository nothing says where a project begins above the named folder. */
    private static List<String> notFollowed(Project project) {
        return ProjectFinder.policyAbove(project)
                .map(file ->
                        file
                                + " is not followed: outside a git repository the named folder is"
                                + " the whole project; name it with --policy")
                .stream()
                .toList();
    }

    /** The rules that the policy adds to the search for secrets. */
    public UserRules rules() {
        return UserRules.of(policy.items("secrets", "rules"));
    }

    /** The same for a command that reports leaked secrets. */
    public Workspace reportingSecrets() {
        return reporting(Secrets.explanations(rules()));
    }

    /**
     * The same for a command that can report only some checks. What else the gate requires is the
     * business of {@code holdfast check}.
     */
    public Workspace reporting(Collection<CheckInfo> checks) {
        return new Workspace(
                project,
                policy,
                gate.of(checks.stream().map(CheckInfo::id).collect(Collectors.toSet())),
                key,
                notes);
    }

    /** What accepts findings lies where whoever reviews the project sees it. */
    private static void checkInside(Project project, Policy policy, String section) {
        Path file = project.directory().resolve(policy.text(section, "file")).normalize();
        if (!file.startsWith(project.root()) || file.equals(project.root())) {
            throw new UserProblem(
                    policy.placeOf(section, "file")
                            + ": '"
                            + section
                            + ".file' leads out of the project",
                    "name a file below the repository's root");
        }
    }

    /**
     * The rules of the policy alone, for a command that looks at nothing.
     *
     * @throws UserProblem when the policy is invalid
     */
    public static UserRules rules(CommonOptions options, Surroundings surroundings)
            throws IOException {
        Project project = ProjectFinder.find(List.of(), surroundings.directory());
        return UserRules.of(readPolicy(project, options, surroundings).items("secrets", "rules"));
    }

    private static Policy readPolicy(
            Project project, CommonOptions options, Surroundings surroundings) throws IOException {
        PolicyReader reader = Capabilities.policyReader();
        Optional<Path> named = options.policy().map(surroundings.directory()::resolve);
        Path file = named.orElse(project.directory().resolve(ProjectFinder.POLICY_FILE));
        if (named.isPresent() && !Files.exists(file)) {
            throw new UserProblem(
                    "there is no policy file " + options.policy().get(),
                    "holdfast init writes one; without --policy the built-in profile is used");
        }
        Path other = project.directory().resolve("holdfast.yml");
        if (named.isEmpty() && !Files.exists(file) && Files.exists(other)) {
            throw new UserProblem(
                    project.show(other) + ":1:1: the policy file is called holdfast.yaml",
                    "rename it; under this name nothing would follow it");
        }
        // A broken link called holdfast.yaml is not "no policy".
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? reader.read(project, file)
                : reader.builtIn(StackDetector.detect(project.directory()));
    }
}
