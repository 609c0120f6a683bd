package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What X-Frame-Options comes to (HTML, "check a navigation response's adherence"). */
public enum FrameOptions {
    /** No line of that name. */
    MISSING,
    /** Nobody may frame the page. */
    DENY,
    /** Only pages of the same origin may. */
    SAME_ORIGIN,
    /** Values that contradict each other: browsers let nobody frame the page. */
    CONFLICT,
    /** A value that no browser knows, or one that allows all: everybody may. */
    NOTHING;

    /** Reads all lines together. */
    public static FrameOptions of(List<String> lines) {
        if (lines.isEmpty()) {
            return MISSING;
        }
        Set<String> values =
                ValueList.of(lines).stream()
                        .map(value -> value.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        boolean known =
                values.contains("deny")
                        || values.contains("sameorigin")
                        || values.contains("allowall");
        if (values.size() > 1) {
            return known ? CONFLICT : NOTHING;
        }
        if (values.contains("deny")) {
            return DENY;
        }
        return values.contains("sameorigin") ? SAME_ORIGIN : NOTHING;
    }
}
