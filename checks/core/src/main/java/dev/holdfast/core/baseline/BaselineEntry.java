package dev.holdfast.core.baseline;

import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Severity;
import java.util.Comparator;

/**
 * One finding that was there when the baseline was made.
 *
 * @param file whether the identity's place is a file, and not a subject
 * @param severity how bad it was then; a finding that has become worse is not the old one
 */
public record BaselineEntry(Identity identity, boolean file, Severity severity)
        implements Comparable<BaselineEntry> {

    private static final Comparator<BaselineEntry> ORDER =
            Comparator.comparing(BaselineEntry::identity)
                    .thenComparing(BaselineEntry::file)
                    .thenComparing(BaselineEntry::severity);

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
