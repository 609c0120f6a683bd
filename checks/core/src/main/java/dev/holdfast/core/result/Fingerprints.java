package dev.holdfast.core.result;

import java.util.HexFormat;

/**
 * The identity of a result across runs: rule, path, keyed hash of the matched value (or of the
 * normalised context) and the number of the occurrence in that file. No line number, so that moved
 * lines stay the same finding, and a new value on an old line does not.
 */
public final class Fingerprints {

    private Fingerprints() {}

    /**
     * A fingerprint of 32 lower-case hexadecimal digits.
     *
     * @param occurrence 1 for the first place with the same rule, path and hash in file order
     */
    public static String of(CheckId check, String path, String hash, int occurrence) {
        // A length before each part keeps ("a", "bc") and ("ab", "c") apart.
        String text =
                "%d:%s%d:%s%d:%s%d"
                        .formatted(
                                check.value().length(),
                                check.value(),
                                path.length(),
                                path,
                                hash.length(),
                                hash,
                                occurrence);
        return HexFormat.of().formatHex(FingerprintKey.sha256(text), 0, 16);
    }
}
