package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.policy.BaselineRules;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.result.StablePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks failing results that were there when the baseline was made, place by place. */
final class BaselinePass {
    private final Baseline baseline;
    private final BaselineRules rules;
    private final Map<BaselineEntry.Key, BaselineEntry> entries;
    private final Sightings sightings = new Sightings();
    private final Map<Identity, BaselineEntry> moved = new HashMap<>();

    BaselinePass(Baseline baseline, BaselineRules rules) {
        this.baseline = baseline;
        this.rules = rules;
        this.entries = baseline.byKey();
    }

    List<Result> apply(List<Result> results, Renames renames) throws IOException {
        for (Result result : results) {
            use(result);
        }
        if (someMayHaveMoved(results)) {
            follow(renames.sinceBaseline());
            results.forEach(this::use);
        }
        List<Result> resolved = new ArrayList<>();
        for (Result result : results) {
            split(result, resolved);
        }
        return resolved;
    }

    /** The entries that stand for nothing that was found, as far as the run can know. */
    List<BaselineEntry> stale(Looked looked) {
        return entries.values().stream()
                .filter(entry -> !sightings.any(entry))
                .filter(entry -> isDecided(entry, looked))
                .toList();
    }

    private boolean isDecided(BaselineEntry entry, Looked looked) {
        boolean past = entry.searches().isEmpty() || entry.searches().contains(Search.HISTORY);
        return isDecidedBy(entry, looked) && !(past && sightings.inHistory(entry.identity()));
    }

    /** Whether a run looked at all in which the entry's value may be. */
    static boolean isDecidedBy(BaselineEntry entry, Looked looked) {
        Identity identity = entry.identity();
        return entry.file()
                ? looked.at(identity.check(), identity.place(), entry.searches())
                : looked.everywhere(identity.check());
    }

    /**
     * The baseline without some entries, those of renamed files under their new names, and each
     * only for the searches in which it may still be found.
     */
    Baseline pruned(List<BaselineEntry> dropped, Looked looked) {
        Map<BaselineEntry, Identity> renamed = new HashMap<>();
        moved.forEach((identity, entry) -> renamed.put(entry, identity));
        return new Pruning(sightings, looked).of(baseline, dropped, renamed);
    }

    private boolean isEligible(Result result) {
        return result.outcome() == Outcome.FAIL && !rules.neverFor().contains(result.severity());
    }

    /** Whether an entry accepts it: not what has become worse since, nor what none may accept. */
    private boolean isOld(Identity identity, boolean file, Set<Search> in, Result result) {
        BaselineEntry found = known(identity, file, in);
        return found != null
                && result.severity().compareTo(found.severity()) >= 0
                && !rules.neverFor().contains(found.severity());
    }

    private @Nullable BaselineEntry known(Identity identity, boolean file, Set<Search> in) {
        BaselineEntry entry = entries.get(new BaselineEntry.Key(identity, file));
        return entry != null && Sightings.concerns(entry, in)
                ? entry
                : file ? moved.get(identity) : null;
    }

    private void use(Result result) {
        // It is still there, so its entry is not stale, whatever becomes of the result.
        sightings.note(result);
        for (Spot spot : result.spots()) {
            keep(spot.identity(), true, spot.searches());
        }
        if (result.spots().isEmpty()) {
            keep(result.identity(), false, Set.of());
        }
    }

    private void keep(Identity identity, boolean file, Set<Search> in) {
        BaselineEntry entry = entries.get(new BaselineEntry.Key(identity, file));
        if (entry != null && (Sightings.concerns(entry, in) || in.contains(Search.HISTORY))) {
            sightings.at(entry, in);
        }
        BaselineEntry known = known(identity, file, in);
        if (known != null && !known.equals(entry)) {
            sightings.moved(known);
        }
    }

    /** Whether a place of a result is new, and an unused entry has the same value. */
    private boolean someMayHaveMoved(List<Result> results) {
        Set<Identity> waiting = new HashSet<>();
        for (BaselineEntry entry : entries.values()) {
            if (mayMove(entry)) {
                waiting.add(Sightings.placeless(entry.identity()));
            }
        }
        return !waiting.isEmpty()
                && results.stream()
                        .filter(this::isEligible)
                        .flatMap(result -> result.spots().stream())
                        .anyMatch(spot ->
                                known(spot.identity(), true, spot.searches()) == null
                                        && waiting.contains(Sightings.placeless(spot.identity())));
    }

    /** The past has its paths for good. */
    private boolean mayMove(BaselineEntry entry) {
        return entry.file() && !sightings.inFiles(entry) && !Sightings.isPast(entry);
    }

    private void follow(Map<String, String> renames) {
        Map<String, String> stable = new HashMap<>();
        renames.forEach((from, to) -> stable.put(StablePath.of(from), StablePath.of(to)));
        for (BaselineEntry entry : entries.values()) {
            String to = stable.get(entry.identity().place());
            if (to != null && mayMove(entry)) {
                moved.putIfAbsent(entry.identity().movedTo(to), entry);
            }
        }
    }

    private void split(Result result, List<Result> resolved) {
        if (!isEligible(result)) {
            resolved.add(result);
            return;
        }
        if (result.spots().isEmpty()) {
            resolved.add(
                    isOld(result.identity(), false, Set.of(), result)
                            ? result.withOutcome(Outcome.BASELINED, null)
                            : result);
            return;
        }
        List<Spot> fresh = new ArrayList<>();
        List<Spot> old = new ArrayList<>();
        for (Spot spot : result.spots()) {
            (isOld(spot.identity(), true, spot.searches(), result) ? old : fresh).add(spot);
        }
        if (!fresh.isEmpty()) {
            resolved.add(old.isEmpty() ? result : result.atSpots(fresh));
        }
        if (!old.isEmpty()) {
            resolved.add(result.atSpots(old).withOutcome(Outcome.BASELINED, null));
        }
    }
}
