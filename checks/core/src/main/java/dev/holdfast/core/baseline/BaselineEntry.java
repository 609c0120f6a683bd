package dev.holdfast.core.baseline;

import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Severity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * One finding that was there when the baseline was made.
 *
 * @param file whether the identity's place is a file, and not a subject
 * @param searches in what it was found; empty when nobody wrote that down, and it may be any
 * @param severity how bad it was then; a finding that has become worse is not the old one
 */
public record BaselineEntry(
        Identity identity, boolean file, Set<Search> searches, Severity severity)
        implements Comparable<BaselineEntry> {

    private static final Comparator<BaselineEntry> ORDER =
            Comparator.comparing(BaselineEntry::identity)
                    .thenComparing(BaselineEntry::file)
                    .thenComparing(BaselineEntry::severity)
                    .thenComparing(entry -> new TreeSet<>(entry.searches()).toString());

    public BaselineEntry {
        searches = Set.copyOf(searches);
    }

    /** One of which nobody wrote down in what it was found. */
    public BaselineEntry(Identity identity, boolean file, Severity severity) {
        this(identity, file, Set.of(), severity);
    }

    /** The same as bad as another of its place, and found wherever one of the two was. */
    BaselineEntry with(BaselineEntry other) {
        boolean unknown = searches.isEmpty() || other.searches.isEmpty();
        Set<Search> both = EnumSet.noneOf(Search.class);
        if (!unknown) {
            both.addAll(searches);
            both.addAll(other.searches);
        }
        return new BaselineEntry(identity, file, both, other.severity);
    }

    /** The same, found in these. */
    public BaselineEntry in(Set<Search> others) {
        return new BaselineEntry(identity, file, others, severity);
    }

    /** What it is found by: a file and a subject of the same name are two places. */
    public Key key() {
        return new Key(identity, file);
    }

    /**
     * What an entry is found by.
     *
     * @param file whether the identity's place is a file
     */
    public record Key(Identity identity, boolean file) {}

    @Override
    public int compareTo(BaselineEntry other) {
        return ORDER.compare(this, other);
    }
}
