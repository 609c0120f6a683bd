package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** What a meta element may say instead (HTML, "meta referrer"). */
    private static final Map<String, String> LEGACY =
            Map.of(
                    "never", "no-referrer",
                    "default", "strict-origin-when-cross-origin",
                    "always", "unsafe-url",
                    "origin-when-crossorigin", "origin-when-cross-origin");

    private ReferrerPolicy() {}

    /** What a meta element's content means; it may have the words of old browsers. */
    public static Optional<String> ofMeta(String content) {
        return ValueList.of(List.of(content)).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .map(value -> LEGACY.getOrDefault(value, value))
                .filter(KNOWN::contains)
                .reduce((before, last) -> last);
    }

    /** The last value that browsers know; the ones before it are for older browsers. */
    public static Optional<String> of(List<String> lines) {
        return ValueList.of(lines).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(KNOWN::contains)
                .reduce((before, last) -> last);
    }
}
