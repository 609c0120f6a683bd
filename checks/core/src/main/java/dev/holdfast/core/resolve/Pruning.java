package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Search;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of a baseline what a run leaves of it: without what is gone, renamed files under their new
 * names, and each entry only for the searches in which its value may still be.
 */
final class Pruning {
    private final Sightings sightings;
    private final Looked looked;

    Pruning(Sightings sightings, Looked looked) {
        this.sightings = sightings;
        this.looked = looked;
    }

    /**
     * The baseline without some entries.
     *
     * @param renamed what entries of renamed files are known by now
     */
    Baseline of(
            Baseline baseline, List<BaselineEntry> dropped, Map<BaselineEntry, Identity> renamed) {
        Set<BaselineEntry> gone = new HashSet<>(dropped);
        List<BaselineEntry> kept = new ArrayList<>();
        for (BaselineEntry entry : baseline.entries()) {
            Identity now = sightings.isMoved(entry) ? renamed.get(entry) : null;
            if (now != null) {
                move(entry, now, kept);
            } else if (!gone.contains(entry) || sightings.any(entry)) {
                kept.add(entry.in(left(entry)));
            }
        }
        return baseline.withEntries(kept);
    }

    /** Git renames files, and not what it keeps of the past. */
    private void move(BaselineEntry entry, Identity now, List<BaselineEntry> kept) {
        Set<Search> searches = new HashSet<>(entry.searches());
        searches.remove(Search.HISTORY);
        kept.add(new BaselineEntry(now, entry.file(), searches, entry.severity()));
        if (entry.searches().isEmpty()) {
            if (looked.mayBePast(entry)) {
                kept.add(entry);
            }
        } else if (sightings.of(entry).contains(Search.HISTORY)
                || (looked.hasPast(entry) && !isGone(entry, Search.HISTORY))) {
            // What was accepted in the file was accepted in the commits that hold it.
            kept.add(entry.in(Set.of(Search.HISTORY)));
        }
    }

    /** The searches of an entry in which its value was found, or may be as far as a run knows. */
    private Set<Search> left(BaselineEntry entry) {
        Set<Search> found = sightings.of(entry);
        Set<Search> left = EnumSet.noneOf(Search.class);
        for (Search each : entry.searches()) {
            if (found.contains(each) || !isGone(entry, each)) {
                left.add(each);
            }
        }
        // It has left what it was found in, and is still accepted where it is.
        return left.isEmpty() && !entry.searches().isEmpty() ? found : left;
    }

    private boolean isGone(BaselineEntry entry, Search search) {
        Identity identity = entry.identity();
        return entry.file()
                && looked.at(identity.check(), identity.place(), Set.of(search))
                && !(search == Search.HISTORY && sightings.inHistory(identity));
    }
}
