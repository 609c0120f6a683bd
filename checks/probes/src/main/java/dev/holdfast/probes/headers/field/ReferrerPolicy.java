package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which policy a Referrer-Policy list means (Referrer Policy, section 8.1). */
public final class ReferrerPolicy {
    private static final Set<String> KNOWN =
            Set.of(
                    "no-referrer",
                    "no-referrer-when-downgrade",
                    "same-origin",
                    "origin",
                    "strict-origin",
                    "origin-when-cross-origin",
                    "strict-origin-when-cross-origin",
                    "unsafe-url");

    private ReferrerPolicy() {}

    /** The last value that browsers know; the ones before it are for older browsers. */
    public static Optional<String> of(List<String> lines) {
        return ValueList.of(lines).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(KNOWN::contains)
                .reduce((before, last) -> last);
    }
}
