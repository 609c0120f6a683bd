package dev.holdfast.secrets.verify;

import dev.holdfast.core.check.Check;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether, and how, one run asks providers about the keys that it finds. */
public final class Asking {
    private final @Nullable ProviderSet providers;
    private final @Nullable Verifier verifier;

    private Asking(@Nullable ProviderSet providers, @Nullable Verifier verifier) {
        this.providers = providers;
        this.verifier = verifier;
    }

    /** Nobody is asked; nothing of a network is even loaded. */
    public static Asking nobody() {
        return new Asking(null, null);
    }

    /**
     * Asks by the policy's rules; all checks of a run share its budget and what it learns.
     *
     * @param version of this program, which providers are told
     * @throws dev.holdfast.core.problem.UserProblem when by these rules nobody can be asked
     */
    public static Asking by(AskingRules rules, String version, Clock clock, Sleeper sleeper) {
        ProviderSet providers = ProviderSet.shipped();
        rules.check(providers.hosts());
        return new Asking(providers, Verifier.of(providers, rules, version, clock, sleeper));
    }

    /**
     * Refuses hosts of a policy at which no provider is asked, whether anybody is asked or not.
     *
     * @param place where the policy names them
     * @throws dev.holdfast.core.problem.UserProblem with the first of them
     */
    public static void checkHosts(List<String> hosts, String place) {
        if (!hosts.isEmpty()) {
            AskingRules.checkHosts(
                    hosts,
                    ProviderSet.shipped().hosts(),
                    place + ": secrets.verify.hosts in the policy");
        }
    }

    /** The check that asks at its end about what it found; the same check when nobody is asked. */
    public Check of(Function<KeyRing, Check> scan) {
        if (providers == null || verifier == null) {
            return scan.apply(KeyRing.closed());
        }
        KeyRing ring = KeyRing.of(providers);
        return new AskingCheck(scan.apply(ring), ring, verifier);
    }
}
