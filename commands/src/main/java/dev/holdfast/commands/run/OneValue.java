package dev.holdfast.commands.run;

import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one result of what the files and the history tell of one value, so that it counts once. All
 * places stay, each with the fingerprint that it has when only one of the two is looked at: waivers
 * and baseline entries for either hold.
 */
final class OneValue {
    private static final int MOST_PATHS = 100;
    private static final String LIVENESS = "liveness";
    private static final String LIVE = "live";

    private OneValue() {}

    private record Value(CheckId check, Outcome outcome, Object hash) {}

    /** The results, those of one value in one where its first one stands. */
    static List<Result> of(List<Result> results) {
        Map<Value, Result> past = new LinkedHashMap<>();
        for (Result each : results) {
            Value value = value(each);
            if (value != null && isIn(each, Search.HISTORY)) {
                past.put(value, each);
            }
        }
        Set<Result> joined = new HashSet<>();
        List<Result> told = new ArrayList<>();
        for (Result each : results) {
            Value value = value(each);
            Result other = value == null || !isIn(each, Search.TREE) ? null : past.get(value);
            if (other == null) {
                told.add(each);
            } else {
                joined.add(other);
                told.add(joined(each, other));
            }
        }
        return told.stream().filter(each -> !joined.contains(each)).toList();
    }

    private static @Nullable Value value(Result result) {
        Object hash = result.properties().get("valueHash");
        return hash == null ? null : new Value(result.check(), result.outcome(), hash);
    }

    private static boolean isIn(Result result, Search search) {
        return result.spots().stream().anyMatch(spot -> spot.searches().equals(Set.of(search)));
    }

    private static Result joined(Result files, Result history) {
        List<Spot> spots = spots(files.spots(), history.spots());
        return new Result(
                files.check(),
                files.outcome(),
                files.severity().compareTo(history.severity()) <= 0
                        ? files.severity()
                        : history.severity(),
                files.evidence(),
                spots,
                null,
                files.message() + "; also in the history",
                history.remediation(),
                spots.getFirst().identity(),
                null,
                facts(files, history, spots));
    }

    /** Those of the files first. */
    private static List<Spot> spots(List<Spot> files, List<Spot> history) {
        Map<Identity, Spot> spots = new LinkedHashMap<>();
        files.forEach(spot -> spots.put(spot.identity(), spot));
        for (Spot spot : history) {
            spots.merge(spot.identity(), spot, OneValue::both);
        }
        return List.copyOf(spots.values());
    }

    private static Spot both(Spot file, Spot past) {
        Set<Search> searches = new HashSet<>(file.searches());
        searches.addAll(past.searches());
        return file.in(searches);
    }

    private static Map<String, Object> facts(Result files, Result history, List<Spot> spots) {
        // The history knows since when, and by whom.
        Map<String, Object> facts = new TreeMap<>(files.properties());
        boolean lives =
                LIVE.equals(history.properties().get(LIVENESS))
                        && !LIVE.equals(files.properties().get(LIVENESS));
        history.properties()
                .forEach((name, fact) -> {
                    if (name.equals("rotationSteps") || (lives && name.startsWith(LIVENESS))) {
                        facts.put(name, fact);
                    } else {
                        facts.putIfAbsent(name, fact);
                    }
                });
        Set<String> left = new LinkedHashSet<>();
        for (Spot spot : spots) {
            if (spot.searches().equals(Set.of(Search.HISTORY))) {
                left.add(spot.location().path());
            }
        }
        files.spots().forEach(spot -> left.remove(spot.location().path()));
        if (!left.isEmpty()) {
            facts.put("onlyInHistory", left.stream().limit(MOST_PATHS).toList());
        }
        return facts;
    }
}
