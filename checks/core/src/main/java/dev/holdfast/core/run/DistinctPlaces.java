package dev.holdfast.core.run;

import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each place of a run's failing results an identity of its own. Two files may have one name
 * once the build's hash is out of it; with one identity for both, whoever accepts the first would
 * accept the second unseen. What two searches find at one place is one place, as it would be in a
 * run of either alone.
 */
final class DistinctPlaces {
    private static final Comparator<Spot> ORDER =
            Comparator.comparing(Spot::identity).thenComparing(Spot::location);

    private DistinctPlaces() {}

    private record Place(Identity identity, Set<Search> searches) {

        static Place of(Spot spot) {
            return new Place(spot.identity(), spot.searches());
        }
    }

    /** The results, with the number of the occurrence counted over all of them where it must be. */
    static List<Result> of(List<Result> results) {
        List<Spot> spots = new ArrayList<>();
        for (Result result : results) {
            if (result.outcome() == Outcome.FAIL) {
                spots.addAll(result.spots());
            }
        }
        if (spots.stream().map(Place::of).distinct().count() == spots.size()) {
            return results;
        }
        // By place, not by value: two results may have spots that are equal in everything.
        spots.sort(ORDER);
        Map<Place, Integer> last = new HashMap<>();
        Map<Spot, List<Integer>> numbers = new HashMap<>();
        for (Spot spot : spots) {
            Place first = Place.of(spot.knownBy(spot.identity().numbered(1)));
            int number = Math.max(spot.identity().occurrence(), last.getOrDefault(first, 0) + 1);
            last.put(first, number);
            numbers.computeIfAbsent(spot, _ -> new ArrayList<>()).add(number);
        }
        return results.stream()
                .map(result ->
                        result.outcome() == Outcome.FAIL ? numbered(result, numbers) : result)
                .toList();
    }

    private static Result numbered(Result result, Map<Spot, List<Integer>> numbers) {
        if (result.spots().isEmpty()) {
            return result;
        }
        List<Spot> spots = new ArrayList<>();
        for (Spot spot : result.spots()) {
            int number = numbers.getOrDefault(spot, new ArrayList<>()).removeFirst();
            spots.add(spot.knownBy(spot.identity().numbered(number)));
        }
        return result.atSpots(spots);
    }
}
