package dev.holdfast.commands.run;

import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.policy.PolicyCheck;
import dev.holdfast.core.policy.PolicyReader;
import dev.holdfast.core.resolve.ResolverChecks;
import dev.holdfast.probes.Probes;
import dev.holdfast.rls.Rls;
import dev.holdfast.secrets.Secrets;
import dev.holdfast.secrets.rule.UserRules;
import java.util.List;

/** Joins what the capabilities bring; they do not know each other. */
public final class Capabilities {

    private Capabilities() {}

    /** Every check id of this build. */
    public static Catalogue catalogue() {
        return catalogue(UserRules.NONE);
    }

    /** The same with those of the rules of a policy. */
    public static Catalogue catalogue(UserRules own) {
        return new Catalogue(
                List.of(
                        Secrets.explanations(own),
                        Rls.explanations(),
                        Probes.explanations(),
                        ResolverChecks.explanations(),
                        List.of(PolicyCheck.INFO)));
    }

    /**
     * Those that say what was looked at; quicker to make, and all that a run without findings has.
     */
    static Catalogue ofRuns() {
        return new Catalogue(
                List.of(
                        Secrets.explanationsOfRuns(),
                        ResolverChecks.explanations(),
                        List.of(PolicyCheck.INFO)));
    }

    /** Reads policies with the sections of every capability. */
    public static PolicyReader policyReader() {
        return new PolicyReader(
                List.of(SecretsSection.section(), RlsSection.section(), ProbesSection.section()),
                Capabilities::catalogue);
    }
}
