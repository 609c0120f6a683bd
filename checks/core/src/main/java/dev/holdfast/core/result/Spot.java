package dev.holdfast.core.result;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place where a result holds. A value that is found in many places is one result with many
 * spots, and each spot has an identity of its own, so that a waiver or a baseline that knows one
 * place never hides another.
 *
 * @param identity what this spot is known by in later runs
 * @param namedWaivers waiver ids that an inline comment at this place names ({@code holdfast-waive:
 *     W-12}); a name alone waives nothing
 * @param searches in what it was found; empty when nobody says
 */
public record Spot(
        Location location,
        Identity identity,
        Set<String> namedWaivers,
        @Nullable Excerpt excerpt,
        Set<Search> searches) {

    public Spot {
        namedWaivers = Set.copyOf(namedWaivers);
        searches = Set.copyOf(searches);
    }

    /** A spot of which nobody says in what it was found. */
    public Spot(
            Location location,
            Identity identity,
            Set<String> namedWaivers,
            @Nullable Excerpt excerpt) {
        this(location, identity, namedWaivers, excerpt, Set.of());
    }

    /** A spot without comments and without an excerpt. */
    public Spot(Location location, Identity identity) {
        this(location, identity, Set.of(), null);
    }

    /** The same place, found in these. */
    public Spot in(Set<Search> others) {
        return new Spot(location, identity, namedWaivers, excerpt, others);
    }

    /** The same place under another identity. */
    public Spot knownBy(Identity other) {
        return new Spot(location, other, namedWaivers, excerpt, searches);
    }

    /** The identity in 32 lower-case hexadecimal digits. */
    public String fingerprint() {
        return identity.fingerprint();
    }
}
