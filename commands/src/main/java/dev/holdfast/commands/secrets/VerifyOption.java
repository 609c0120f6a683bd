package dev.holdfast.commands.secrets;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.Syntax;
import dev.holdfast.commands.run.Verification;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.secrets.verify.Asking;

/** The option of every search that can ask whether what it finds lives. */
final class VerifyOption implements Syntax.Part {

    private boolean verify;

    @Override
    public void addTo(Syntax syntax) {
        syntax.flag(
                "--verify",
                "ask providers whether keys live; only hosts that the policy names",
                () -> verify = true);
    }

    /**
     * Asks by the policy when the option is given, else nobody.
     *
     * @throws dev.holdfast.core.problem.UserProblem when the policy allows no host
     */
    Asking asking(Policy policy, Surroundings surroundings) {
        return verify ? Verification.by(policy, surroundings) : Asking.nobody();
    }
}
