package dev.holdfast.secrets.scan;

import java.util.Locale;

/** Numbers as sentences have them. */
final class Amount {

    private Amount() {}

    /** {@code 1 file}, {@code 1,024 files}. */
    static String of(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
