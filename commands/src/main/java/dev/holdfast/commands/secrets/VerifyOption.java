package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.run.Verification;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.secrets.verify.Asking;
import picocli.CommandLine.Option;

/** The option of every search that can ask whether what it finds lives. */
final class VerifyOption {

    @Option(
            names = "--verify",
            description = "ask providers whether keys live; only hosts that the policy names")
    private boolean verify;

    /**
     * Asks by the policy when the option is given, else nobody.
     *
     * @throws dev.holdfast.core.problem.UserProblem when the policy allows no host
     */
    Asking asking(Policy policy, Surroundings surroundings) {
        return verify ? Verification.by(policy, surroundings) : Asking.nobody();
    }
}
