package dev.holdfast.core.policy;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.report.PolicyReference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says of a policy that could be read that it is valid. An invalid one cannot be read, and ends a
 * command before any check runs; so the only other outcome is that there is no file to look at.
 */
public final class PolicyCheck implements Check {

    /** What the result means. */
    public static final CheckInfo INFO =
            new CheckInfo(
                    new CheckId("policy.valid"),
                    "the policy file is valid",
                    Severity.HIGH,
                    "The policy file was read with everything that it extends, and every lock holds.",
                    "A key that is misspelt is a rule that is not in force, and nobody notices.",
                    "Mend the places that holdfast policy validate names.",
                    List.of(
                            new Reference(
                                    "CWE-1188",
                                    "https://cwe.mitre.org/data/definitions/1188.html")));

    private final PolicyReference policy;

    /** A check of the policy that was read. */
    public PolicyCheck(PolicyReference policy) {
        this.policy = policy;
    }

    @Override
    public String name() {
        return INFO.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return List.of(INFO);
    }

    @Override
    public Findings run(Context context) {
        boolean builtin = policy.path().startsWith("builtin:");
        Result result =
                new Result(
                        INFO.id(),
                        builtin ? Outcome.UNKNOWN : Outcome.PASS,
                        INFO.severity(),
                        Evidence.MEASURED,
                        builtin
                                ? List.of()
                                : List.of(
                                        new Spot(
                                                Location.ofFile(policy.path()),
                                                Identity.ofPlace(INFO.id(), policy.path()))),
                        builtin ? policy.path() : null,
                        builtin
                                ? "there is no policy file here, so there was nothing to validate"
                                : "the policy is valid",
                        builtin ? "holdfast init writes one" : "",
                        Identity.ofPlace(INFO.id(), policy.path()),
                        null,
                        Map.of());
        return new Findings(
                List.of(result),
                builtin
                        ? Coverage.NOTHING
                        : new Coverage(Set.of("policy"), Set.of(policy.path()), Set.of(), 1, 0));
    }
}
