package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Spot;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In which searches a run found what the entries of a baseline stand for, at their own place and,
 * for those of renamed files, at the new one.
 */
final class Sightings {
    private static final Set<Search> PAST = Set.of(Search.HISTORY);

    private final Map<BaselineEntry, Set<Search>> atPlace = new HashMap<>();
    private final Set<BaselineEntry> atNewPlace = new HashSet<>();
    private final Set<Identity> inHistory = new HashSet<>();

    /** An entry that only the past has. */
    static boolean isPast(BaselineEntry entry) {
        return entry.searches().equals(PAST);
    }

    /**
     * Whether an entry may stand for a place. What only the past has is no excuse for a value that
     * is in the files again.
     */
    static boolean concerns(BaselineEntry entry, Set<Search> found) {
        return !isPast(entry) || PAST.containsAll(found);
    }

    /** That a value was found, wherever that was. */
    void note(Result result) {
        for (Spot spot : result.spots()) {
            if (spot.searches().contains(Search.HISTORY)) {
                inHistory.add(placeless(spot.identity()));
            }
        }
    }

    /**
     * That an entry's place was found.
     *
     * @param found in what; empty when nobody says, and it may be any
     */
    void at(BaselineEntry entry, Set<Search> found) {
        Set<Search> all = atPlace.computeIfAbsent(entry, _ -> EnumSet.noneOf(Search.class));
        all.addAll(found.isEmpty() ? EnumSet.allOf(Search.class) : found);
    }

    /** That an entry's value was found where its file is now. */
    void moved(BaselineEntry entry) {
        atNewPlace.add(entry);
    }

    /** Whether an entry stands for anything that was found. */
    boolean any(BaselineEntry entry) {
        return atPlace.containsKey(entry) || atNewPlace.contains(entry);
    }

    boolean isMoved(BaselineEntry entry) {
        return atNewPlace.contains(entry);
    }

    /** In what an entry's own place was found. */
    Set<Search> of(BaselineEntry entry) {
        return Set.copyOf(atPlace.getOrDefault(entry, Set.of()));
    }

    /** Whether an entry's own place was found in anything but the past. */
    boolean inFiles(BaselineEntry entry) {
        return !PAST.containsAll(of(entry));
    }

    /**
     * Whether the history tells the value anywhere. It tells it by its oldest path, which depends
     * on how much of it was looked at: only a value that is nowhere in it is gone.
     */
    boolean inHistory(Identity identity) {
        return inHistory.contains(placeless(identity));
    }

    static Identity placeless(Identity identity) {
        return new Identity(identity.check(), "", identity.hash(), 1);
    }
}
