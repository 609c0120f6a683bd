package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.List;

/** What the scans say of what they looked at. */
public final class ScanChecks {
    /** The files of a tree. */
    public static final CheckInfo TREE =
            info("secrets.scan", "files are searched for tokens", "The files of the working tree");

    /** The contents of a history. */
    public static final CheckInfo HISTORY =
            info(
                    "secrets.history",
                    "the history is searched for tokens",
                    "Every content that the history reaches");

    /** What the next commit would hold. */
    public static final CheckInfo STAGED =
            info(
                    "secrets.staged",
                    "what is staged is searched for tokens",
                    "What the next commit would add or change");

    /** The standard input. */
    public static final CheckInfo STDIN =
            info(
                    "secrets.stdin",
                    "the standard input is searched for tokens",
                    "Everything on the standard input");

    private ScanChecks() {}

    /** All of them. */
    public static List<CheckInfo> all() {
        return List.of(TREE, HISTORY, STAGED, STDIN);
    }

    private static CheckInfo info(String id, String title, String what) {
        return new CheckInfo(
                new CheckId(id),
                title,
                Severity.INFO,
                what + " was searched for tokens of known kinds, plain and decoded.",
                "A pass says how much was looked at. What could not be read to its end is unknown,"
                        + " and never a pass.",
                "Make readable what is unknown, or exclude it by policy with a reason.",
                List.of(
                        new Reference("CWE-798", "https://cwe.mitre.org/data/definitions/798.html"),
                        new Reference("ASVS v5.0.0-13.3.1", "")));
    }
}
