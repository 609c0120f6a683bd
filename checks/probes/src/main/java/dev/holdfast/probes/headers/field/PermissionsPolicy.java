package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.StringItem;
import org.greenbytes.http.sfv.TokenItem;

/**
 * A Permissions-Policy (Permissions Policy, section 5.2).
 *
 * @param features who may use each, by the feature's name
 */
public record PermissionsPolicy(Map<String, Allowed> features) {
    public PermissionsPolicy {
        features = Map.copyOf(features);
    }

    /** Who may use a feature. */
    public enum Allowed {
        /** Nobody. */
        NOBODY,
        /** The page itself, and others that are named. */
        SOME,
        /** Every origin that the page frames. */
        EVERYBODY
    }

    /** What the lines together say, or nothing when they are void. */
    public static Optional<PermissionsPolicy> of(List<String> lines) {
        return StructuredField.dictionary(lines)
                .map(members -> {
                    Map<String, Allowed> features = new TreeMap<>();
                    members.forEach((name, value) -> features.put(name, allowed(value)));
                    return new PermissionsPolicy(features);
                });
    }

    /** Whether it looks like the syntax of the older Feature-Policy header. */
    public static boolean looksOld(String value) {
        return value.contains("'none'") || value.contains("'self'") || value.contains("'src'");
    }

    private static Allowed allowed(ListElement<?> value) {
        return switch (value) {
            case InnerList list ->
                    list.get().stream()
                            .map(PermissionsPolicy::allowed)
                            .min((one, other) -> rank(other) - rank(one))
                            .orElse(Allowed.NOBODY);
            case TokenItem token ->
                    switch (token.get()) {
                        case "*" -> Allowed.EVERYBODY;
                        case "self", "src" -> Allowed.SOME;
                        default -> Allowed.NOBODY;
                    };
            case StringItem origin -> Allowed.SOME;
            default -> Allowed.NOBODY;
        };
    }

    private static int rank(Allowed allowed) {
        return switch (allowed) {
            case NOBODY -> 0;
            case SOME -> 1;
            case EVERYBODY -> 2;
        };
    }
}
