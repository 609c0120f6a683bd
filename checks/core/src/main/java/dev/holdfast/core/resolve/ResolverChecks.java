package dev.holdfast.core.resolve;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What the resolver says of waivers and of the baseline themselves. */
public final class ResolverChecks {
    static final CheckInfo EXPIRED =
            info(
                    "waivers.expired",
                    "a waiver has expired",
                    Severity.MEDIUM,
                    "The last day of a waiver is over. It silences nothing: what it was made for "
                            + "is reported again.",
                    "An acceptance without an end is a hole that nobody remembers.",
                    "Mend what the waiver was made for, or decide anew and write a new waiver with "
                            + "a reason; delete the old one.");
    static final CheckInfo INVALID =
            info(
                    "waivers.invalid",
                    "a waiver is invalid",
                    Severity.MEDIUM,
                    "A waiver is not well formed, is longer than the policy allows, or a comment "
                            + "names one that is not there. It silences nothing.",
                    "Whoever wrote it believes that something is accepted, and it is not.",
                    "Mend it at the place that the message names.");
    static final CheckInfo UNUSED =
            info(
                    "waivers.unused",
                    "a waiver is no longer needed",
                    Severity.LOW,
                    "This run looked at everything that the waiver means, and nothing of it was "
                            + "found.",
                    "A waiver that waits for a finding accepts the next one before anybody has "
                            + "seen it.",
                    "Delete it.");
    static final CheckInfo STALE =
            info(
                    "baseline.stale",
                    "a baseline entry is no longer needed",
                    Severity.LOW,
                    "What the entry stands for was looked for and not found.",
                    "An entry that stays behind would accept the same finding when it comes back.",
                    "holdfast baseline prune");
    static final CheckInfo RATCHET =
            info(
                    "baseline.ratchet",
                    "the baseline could shrink",
                    Severity.HIGH,
                    "The policy has baseline.ratchet: true, and entries of the baseline are no "
                            + "longer needed.",
                    "The ratchet keeps what was won: a finding that is gone stays gone.",
                    "holdfast baseline prune, and commit the file.");
    static final CheckInfo BROKEN =
            info(
                    "baseline.invalid",
                    "the baseline cannot be followed",
                    Severity.MEDIUM,
                    "The baseline file is not well formed, or its hashes were made with another "
                            + "fingerprint key. Nothing is baselined.",
                    "Every old finding is reported again until this is mended.",
                    "Give the key that it was made with (HOLDFAST_FINGERPRINT_KEY or "
                            + ".holdfast/fingerprint.key), or accept again what is found: "
                            + "holdfast secrets baseline --replace (with --history that of the "
                            + "history, too), or holdfast baseline create for all that holdfast "
                            + "check looks at.");

    private ResolverChecks() {}

    /** What every id that the resolver reports means. */
    public static List<CheckInfo> explanations() {
        return List.of(EXPIRED, INVALID, UNUSED, STALE, RATCHET, BROKEN);
    }

    private static CheckInfo info(
            String id, String title, Severity severity, String meaning, String why, String fix) {
        return new CheckInfo(
                new CheckId(id),
                title,
                severity,
                meaning,
                why,
                fix,
                List.of(
                        new Reference("CWE-693", "https://cwe.mitre.org/data/definitions/693.html"),
                        new Reference("ASVS v5.0.0-15.1.1", "")));
    }
}
