package dev.holdfast.probes.headers.field;

import java.util.Base64;
import java.util.Locale;

/** What an integrity attribute comes to (Subresource Integrity, section 3.3). */
public enum IntegrityMetadata {
    /** There is none. */
    MISSING,
    /** Nothing in it is a hash that browsers know: they load whatever comes. */
    IGNORED,
    /** The hash has not the length of its algorithm: nothing will ever match it. */
    IMPOSSIBLE,
    /** A hash that is compared. */
    CHECKED;

    /** Reads the attribute's value; the strongest algorithm in it counts. */
    public static IntegrityMetadata of(String value) {
        if (value.isBlank()) {
            return MISSING;
        }
        int strongest = 0;
        IntegrityMetadata found = IGNORED;
        for (String word : value.split("[ \t\n\f\r]+", -1)) {
            int dash = word.indexOf('-');
            int length = dash < 0 ? 0 : length(word.substring(0, dash));
            if (length == 0) {
                continue;
            }
            String hash = word.substring(dash + 1).split("\\?", 2)[0];
            int bytes = bytes(hash);
            if (bytes > 0 && length >= strongest) {
                IntegrityMetadata here = bytes == length ? CHECKED : IMPOSSIBLE;
                found = length == strongest && found == CHECKED ? CHECKED : here;
                strongest = length;
            }
        }
        return found;
    }

    private static int length(String algorithm) {
        return switch (algorithm.toLowerCase(Locale.ROOT)) {
            case "sha256" -> 32;
            case "sha384" -> 48;
            case "sha512" -> 64;
            default -> 0;
        };
    }

    /** How many bytes the base64 text is, or 0 when it is none. */
    private static int bytes(String text) {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')).length;
        } catch (IllegalArgumentException broken) {
            return 0;
        }
    }
}
