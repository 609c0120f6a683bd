package dev.holdfast.probes.target;

import java.util.List;

/**
 * Who may read a route's answers from another origin.
 *
 * @param origins serialised origins (RFC 6454), or {@code *} alone for everybody; empty for nobody
 * @param credentials whether they may with the user's credentials
 */
public record CorsRules(List<String> origins, boolean credentials) {
    /** Nobody. */
    public static final CorsRules NOBODY = new CorsRules(List.of(), false);

    public CorsRules {
        origins = List.copyOf(origins);
    }
}
