package dev.holdfast.rls.difference;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.source.MigrationCoverage;
import java.util.List;

/** What a comparison of two schemas says. */
public final class DifferenceChecks {
    private static final List<Reference> REFERENCES =
            List.of(
                    new Reference("CWE-732", "https://cwe.mitre.org/data/definitions/732.html"),
                    new Reference("ASVS v5.0.0-8.2.2", ""),
                    new Reference(
                            "PostgreSQL: Row Security Policies",
                            "https://www.postgresql.org/docs/current/ddl-rowsecurity.html"));

    /** Something is open that was not. */
    public static final CheckInfo OPENED =
            info(
                    "opened",
                    "a change opens rows, columns, commands or ways",
                    Severity.HIGH,
                    "With the new schema a role reaches what it did not reach with the old one.",
                    "A change of a policy or a grant is easily wider than it was meant; nobody sees"
                            + " that in a diff of SQL.",
                    "See that it is meant, and waive it with the reason; else narrow the policy or"
                            + " revoke the grant.");

    /** Something is closed. */
    public static final CheckInfo CLOSED =
            info(
                    "closed",
                    "a change closes something",
                    Severity.INFO,
                    "With the new schema a role does not reach what it reached with the old one.",
                    "Whoever relied on it gets less, without an error.",
                    "See that nobody needs it.");

    /** It is not known which. */
    public static final CheckInfo CHANGED =
            info(
                    "changed",
                    "a change may open something",
                    Severity.HIGH,
                    "What a role reaches is decided otherwise than before, and it could not be"
                            + " proved that nothing is opened.",
                    "What was not decided may be open.",
                    "Look at both, named in before and after; rls prove says whether tenants are"
                            + " kept apart with the new one.");

    /** What was compared. */
    public static final CheckInfo LOOKED =
            new CheckInfo(
                    new CheckId("rls.diff"),
                    "what was compared",
                    Severity.INFO,
                    "How many relations were compared for which roles, and from what the two"
                            + " catalogues were made.",
                    "A statement of the migrations that was not applied leaves a hole in the"
                            + " comparison.",
                    "Mend what is named here, and compare again.",
                    List.of());

    private DifferenceChecks() {}

    private static CheckInfo info(
            String id, String title, Severity severity, String what, String why, String fix) {
        return new CheckInfo(
                new CheckId("rls.diff-" + id), title, severity, what, why, fix, REFERENCES);
    }

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(OPENED, CLOSED, CHANGED, LOOKED, MigrationCoverage.INFO);
    }
}
