package dev.holdfast.core.result;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place where a result holds. A value that is found in many places is one result with many
 * spots, and each spot has an identity of its own, so that a waiver or a baseline that knows one
 * place never hides another.
 *
 * @param fingerprint stable identity of this spot, without line numbers (see {@link Fingerprints})
 * @param namedWaivers waiver ids that an inline comment at this place names ({@code holdfast-waive:
 *     W-12}); a name alone waives nothing
 */
public record Spot(
        Location location,
        String fingerprint,
        Set<String> namedWaivers,
        @Nullable Excerpt excerpt) {

    public Spot {
        namedWaivers = Set.copyOf(namedWaivers);
    }

    public Spot(Location location, String fingerprint) {
        this(location, fingerprint, Set.of(), null);
    }
}
