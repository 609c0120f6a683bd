package dev.holdfast.rls.proving;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.source.MigrationCoverage;
import java.util.List;

/** What the prover says. */
public final class ProveChecks {
    /** A property of a table. */
    public static final CheckInfo PROOF =
            new CheckInfo(
                    new CheckId("rls.proof"),
                    "tenants are kept apart",
                    Severity.CRITICAL,
                    "A session reads, writes or deletes a row that is not its own, or makes itself a"
                            + " member of a tenant.",
                    "Every client of the interface can do what the witness did; with a public key"
                            + " nobody needs more than a browser.",
                    "Change the policy that lets the witness through, and prove again; holdfast rls"
                            + " generate writes policies that prove.",
                    List.of(
                            new Reference(
                                    "CWE-639", "https://cwe.mitre.org/data/definitions/639.html"),
                            new Reference("ASVS v5.0.0-8.2.2", ""),
                            new Reference(
                                    "PostgreSQL: Row Security Policies",
                                    "https://www.postgresql.org/docs/current/ddl-rowsecurity.html")));

    /** What was looked at. */
    public static final CheckInfo LOOKED =
            new CheckInfo(
                    new CheckId("rls.prove"),
                    "what the proof covers",
                    Severity.INFO,
                    "How many tables were asked about, and from what the catalogue was made.",
                    "A statement of the migrations that was not applied, or a table that nobody says"
                            + " the owner of, leaves a hole in every proof.",
                    "Mend what is named here.",
                    List.of());

    /** What the proofs rest on. */
    public static final CheckInfo ASSUMED =
            new CheckInfo(
                    new CheckId("rls.assumption"),
                    "what the proof takes for granted",
                    Severity.INFO,
                    "Tables are proved, and there is another way to their rows that the proof does not"
                            + " look into: a view or a function with its owner's rights, a trigger, a"
                            + " foreign key that changes rows, a right that no policy filters.",
                    "PROVED speaks of the policies of a table; who goes past them is not stopped by"
                            + " them.",
                    "Look at what is named, or take it away: security_invoker for views, REVOKE for"
                            + " rights that nobody needs; holdfast rls test tries what can be tried.",
                    List.of(
                            new Reference(
                                    "PostgreSQL: Row Security Policies",
                                    "https://www.postgresql.org/docs/current/ddl-rowsecurity.html")));

    private ProveChecks() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(PROOF, LOOKED, ASSUMED, MigrationCoverage.INFO);
    }
}
