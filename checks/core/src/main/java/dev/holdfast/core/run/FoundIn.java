package dev.holdfast.core.run;

import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes on each place in what it was found, as the check says that found it. */
final class FoundIn {

    private FoundIn() {}

    static List<Result> stamped(Findings findings) {
        Set<Search> searches = EnumSet.noneOf(Search.class);
        for (Coverage each : findings.coverage()) {
            Search search = each.search();
            if (search != null) {
                searches.add(search);
            }
        }
        return searches.isEmpty()
                ? findings.results()
                : findings.results().stream().map(each -> stamped(each, searches)).toList();
    }

    private static Result stamped(Result result, Set<Search> searches) {
        return result.spots().isEmpty()
                ? result
                : result.atSpots(result.spots().stream().map(spot -> spot.in(searches)).toList());
    }
}
