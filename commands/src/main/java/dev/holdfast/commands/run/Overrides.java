package dev.holdfast.commands.run;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.policy.Policy;
import dev.holdfast.core.policy.Setting;
import dev.holdfast.core.resolve.ResolverChecks;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a policy changes about single checks. */
final class Overrides {

    private Overrides() {}

    /** The results with the policy's severities; those of a check that is switched off say so. */
    static List<Result> apply(List<Result> results, Policy policy) {
        return results.stream().map(result -> apply(result, policy)).toList();
    }

    /** The same for what the resolver says of waivers and of the baseline; the rest is as it is. */
    static List<Result> ofResolver(List<Result> results, Policy policy) {
        Set<CheckId> own = resolverIds();
        return results.stream()
                .map(result -> own.contains(result.check()) ? apply(result, policy) : result)
                .toList();
    }

    /** The results without what the resolver says of waivers and of the baseline. */
    static List<Result> withoutResolver(List<Result> results) {
        Set<CheckId> own = resolverIds();
        return results.stream().filter(result -> !own.contains(result.check())).toList();
    }

    private static Set<CheckId> resolverIds() {
        return ResolverChecks.explanations().stream()
                .map(CheckInfo::id)
                .collect(Collectors.toSet());
    }

    private static Result apply(Result result, Policy policy) {
        Optional<Setting> off = policy.switchedOff(result.check());
        // A broken check stays broken: nobody knows what else it did not look at.
        if (off.isPresent() && result.outcome() != Outcome.ERROR) {
            return result.withOutcome(Outcome.NOT_APPLICABLE, null)
                    .withMessage("switched off at " + off.get().layer() + "; " + result.message());
        }
        // What is good by design keeps its severity: it is not a failing result.
        return result.outcome() == Outcome.PASS
                ? result
                : policy.severity(result.check()).map(result::withSeverity).orElse(result);
    }
}
