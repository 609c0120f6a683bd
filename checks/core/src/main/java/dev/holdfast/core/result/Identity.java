package dev.holdfast.core.result;

import java.util.Comparator;
import java.util.HexFormat;

/**
 * What makes a finding the same finding in two runs: the rule, where it holds, what was matched,
 * and which of several equal ones it is. No line number, so that moved lines stay the same finding,
 * and a new value on an old line does not.
 *
 * @param place the file without what changes with every build ({@link StablePath}), or the subject
 *     when the finding concerns no file
 * @param hash keyed hash of the matched value or of the normalised context; empty when the rule can
 *     hold only once at a place
 * @param occurrence 1 for the first with the same check, place and hash, in the order of the file
 */
public record Identity(CheckId check, String place, String hash, int occurrence)
        implements Comparable<Identity> {

    private static final Comparator<Identity> ORDER =
            Comparator.comparing(Identity::check)
                    .thenComparing(Identity::place)
                    .thenComparing(Identity::hash)
                    .thenComparingInt(Identity::occurrence);

    public Identity {
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence is 1-based: " + occurrence);
        }
    }

    /** The only finding of that check at that place. */
    public static Identity ofPlace(CheckId check, String place) {
        return new Identity(check, place, "", 1);
    }

    /** The same finding after its file was renamed. */
    public Identity movedTo(String otherPlace) {
        return new Identity(check, otherPlace, hash, occurrence);
    }

    /** The same finding as another of several equal ones. */
    public Identity numbered(int otherOccurrence) {
        return new Identity(check, place, hash, otherOccurrence);
    }

    /** The identity in 32 lower-case hexadecimal digits. */
    public String fingerprint() {
        // A length before each part keeps ("a", "bc") and ("ab", "c") apart.
        String text = part(check.value()) + part(place) + part(hash) + occurrence;
        return HexFormat.of().formatHex(FingerprintKey.sha256(text), 0, 16);
    }

    private static String part(String text) {
        return text.length() + ":" + text;
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }
}
