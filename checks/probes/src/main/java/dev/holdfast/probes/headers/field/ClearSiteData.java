package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What Clear-Site-Data clears (Clear Site Data, section 3.1).
 *
 * @param types the known types, quoted in the header and without quotes here
 * @param ignored values that browsers pass over: unknown or without quotes
 */
public record ClearSiteData(Set<String> types, List<String> ignored) {
    private static final Set<String> KNOWN =
            Set.of(
                    "cache",
                    "cookies",
                    "storage",
                    "executionContexts",
                    "clientHints",
                    "prefetchCache",
                    "prerenderCache",
                    "*");

    public ClearSiteData {
        types = Set.copyOf(types);
        ignored = List.copyOf(ignored);
    }

    /** All lines together; case matters. */
    public static ClearSiteData of(List<String> lines) {
        Set<String> types = new TreeSet<>();
        List<String> ignored =
                ValueList.of(lines).stream()
                        .filter(value -> {
                            String inner = Ascii.unquote(value);
                            boolean known = Ascii.isQuoted(value) && KNOWN.contains(inner);
                            if (known) {
                                types.add(inner);
                            }
                            return !known;
                        })
                        .toList();
        return new ClearSiteData(types, ignored);
    }

    /** Whether that type is cleared. */
    public boolean clears(String type) {
        return types.contains(type) || types.contains("*");
    }
}
