package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.secrets.verify.Asking;
import dev.holdfast.secrets.verify.AskingRules;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what asks providers, of what the policy says about it. */
public final class Verification {

    private Verification() {}

    /**
     * Asks by the policy.
     *
     * @throws dev.holdfast.core.problem.UserProblem when the policy allows no host
     */
    public static Asking by(Policy policy, Surroundings surroundings) {
        return Asking.by(
                new AskingRules(
                        policy.texts("secrets", "verify", "hosts"),
                        policy.textsByName("secrets", "verify", "endpoints"),
                        policy.number("secrets", "verify", "maxCalls"),
                        trusted(surroundings)),
                surroundings.tool().version(),
                surroundings.clock(),
                Thread::sleep);
    }

    private static Set<String> trusted(Surroundings surroundings) {
        String hosts = surroundings.environment().getOrDefault(AskingRules.TRUSTED, "");
        return Arrays.stream(hosts.split(",", -1))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
    }
}
