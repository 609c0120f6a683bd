package dev.holdfast.rls.trial;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.source.MigrationCoverage;
import java.util.List;

/** What a trial says. */
public final class TrialChecks {
    /** A command that reached a row of somebody else. */
    public static final CheckInfo REACHED =
            new CheckInfo(
                    new CheckId("rls.trial"),
                    "no tenant reaches the other's rows",
                    Severity.CRITICAL,
                    "A command of one tenant's session was executed and reached a row of the other.",
                    "It was done with what every client has: a role, claims and a command.",
                    "Change the grant, the policy or the function that the evidence names, and try"
                            + " again.",
                    List.of(
                            new Reference(
                                    "CWE-639", "https://cwe.mitre.org/data/definitions/639.html"),
                            new Reference("ASVS v5.0.0-8.2.2", ""),
                            new Reference(
                                    "PostgreSQL: Row Security Policies",
                                    "https://www.postgresql.org/docs/current/ddl-rowsecurity.html")));

    /** What was tried. */
    public static final CheckInfo TRIED =
            new CheckInfo(
                    new CheckId("rls.test"),
                    "what two tenants tried",
                    Severity.INFO,
                    "How many commands were executed, and of which tables nothing can be said.",
                    "A table without rows of both tenants shows nothing, however closed it looks.",
                    "Name owner and tenant columns in rls.tenancy, or see why no row could be made.",
                    List.of());

    private TrialChecks() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(REACHED, TRIED, MigrationCoverage.INFO);
    }
}
