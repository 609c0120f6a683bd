package dev.holdfast.core.resolve;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.result.StablePath;
import dev.holdfast.core.waiver.Waiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the values are now whose files were renamed after a waiver named their fingerprints.
 * A waiver is one decision about one place, so it does not follow; whoever made it is told what the
 * place is called now.
 */
final class MovedWaivers {
    private static final Set<Search> PAST = Set.of(Search.HISTORY);

    private final Renames renames;
    private @Nullable Map<String, String> oldNames;

    MovedWaivers(Renames renames) {
        this.renames = renames;
    }

    /** Each fingerprint of a waiver that means no file any more, with the place that it meant. */
    Map<String, Spot> of(Waiver waiver, List<Result> results) throws IOException {
        Map<String, Spot> moved = new LinkedHashMap<>();
        if (waiver.scope().fingerprints().isEmpty()) {
            return moved;
        }
        List<Spot> files = files(waiver, results);
        List<String> lost =
                waiver.scope().fingerprints().stream()
                        .filter(each ->
                                files.stream().noneMatch(spot -> spot.fingerprint().equals(each)))
                        .sorted()
                        .toList();
        List<Spot> open =
                files.stream()
                        .filter(spot -> !waiver.scope().fingerprints().contains(spot.fingerprint()))
                        .toList();
        if (lost.isEmpty() || open.isEmpty()) {
            return moved;
        }
        for (Spot spot : open) {
            String before = oldNames().get(spot.identity().place());
            if (before != null) {
                String print = spot.identity().movedTo(before).fingerprint();
                if (lost.contains(print)) {
                    moved.putIfAbsent(print, spot);
                }
            }
        }
        return moved;
    }

    private static List<Spot> files(Waiver waiver, List<Result> results) {
        List<Spot> files = new ArrayList<>();
        for (Result result : results) {
            if (result.check().equals(waiver.check()) && result.outcome() == Outcome.FAIL) {
                result.spots().stream()
                        .filter(spot -> !spot.searches().equals(PAST))
                        .forEach(files::add);
            }
        }
        return files;
    }

    private Map<String, String> oldNames() throws IOException {
        Map<String, String> known = oldNames;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Map.Entry<String, String> each : renames.sinceWaivers().entrySet()) {
                known.putIfAbsent(StablePath.of(each.getValue()), StablePath.of(each.getKey()));
            }
            oldNames = known;
        }
        return known;
    }
}
