package dev.holdfast.core.resolve;

import dev.holdfast.core.policy.WaiverRules;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import dev.holdfast.core.result.Spot;
import dev.holdfast.core.waiver.Waiver;
import dev.holdfast.core.waiver.Waivers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lets valid waivers accept results, place by place, and says what is wrong with the others. */
final class WaiverPass {
    private final Waivers waivers;
    private final WaiverRules rules;
    private final LocalDate today;
    private final MovedWaivers moved;
    private final List<Result> said = new ArrayList<>();

    WaiverPass(Waivers waivers, WaiverRules rules, LocalDate today, Renames renames) {
        this.moved = new MovedWaivers(renames);
        this.waivers = waivers;
        this.rules = rules;
        this.today = today;
    }

    /** The results with what is accepted split off. */
    List<Result> apply(List<Result> results, Looked looked) throws IOException {
        waivers.problems().forEach(each -> said.add(Saying.invalid(each)));
        List<Waiver> valid = new ArrayList<>();
        for (Waiver waiver : waivers.waivers()) {
            if (holds(waiver, results, looked)) {
                valid.add(waiver);
            }
        }
        List<Result> resolved = new ArrayList<>();
        for (Result result : results) {
            split(result, valid, resolved);
        }
        comments(results);
        return resolved;
    }

    /** What is to be said of the waivers themselves. */
    List<Result> said() {
        return List.copyOf(said);
    }

    /** Whether a waiver silences what it means; when it does not, that is said. */
    private boolean holds(Waiver waiver, List<Result> results, Looked looked) throws IOException {
        if (waiver.isExpired(today)) {
            said.add(Saying.expired(waiver));
            return false;
        }
        // The file may have been written where the day begins before it does in UTC.
        if (waiver.created().isAfter(today.plusDays(1))) {
            said.add(
                    Saying.invalid(
                            waiver, "was created on " + waiver.created() + ", a day to come"));
            return false;
        }
        Set<Severity> meant = new TreeSet<>();
        for (Result result : results) {
            if (!meantPlaces(waiver, result).isEmpty() || meansWhole(waiver, result)) {
                meant.add(result.severity());
            }
        }
        for (Severity severity : meant) {
            int most = rules.maxDays().getOrDefault(severity, 0);
            if (isTooLong(waiver, most)) {
                said.add(Saying.tooLong(waiver, severity, most));
                return false;
            }
        }
        Map<String, Spot> now = moved.of(waiver, results);
        now.forEach((print, spot) -> said.add(Saying.moved(waiver, print, spot)));
        if (meant.isEmpty()) {
            int longest =
                    rules.maxDays().values().stream().mapToInt(Integer::intValue).max().orElse(0);
            if (isTooLong(waiver, longest)) {
                said.add(Saying.tooLong(waiver, Severity.INFO, longest));
            } else if (results.stream().anyMatch(each -> meansOrigin(waiver, each))) {
                said.add(
                        Saying.invalid(
                                waiver,
                                "names the original source of a finding, and paths mean the file"
                                        + " that was looked at"));
            } else if (now.isEmpty() && isDecided(waiver, looked)) {
                said.add(Saying.unused(waiver, ""));
            } else if (now.isEmpty()
                    && isOfFingerprintsAlone(waiver)
                    && looked.allButLeftOut(waiver.check())) {
                // Nearly every project has something that git ignores, and would never hear of it.
                said.add(
                        Saying.unused(
                                waiver,
                                "; what git ignores and the policy excludes was not looked at"));
            }
        }
        return !meant.isEmpty();
    }

    /** Where no day is allowed, not even the one on which it was made is. */
    private static boolean isTooLong(Waiver waiver, int most) {
        return most == 0 || waiver.days() > most;
    }

    private static boolean isDecided(Waiver waiver, Looked looked) {
        List<String> starts = waiver.scope().starts();
        return starts.isEmpty()
                ? looked.everywhere(waiver.check())
                : starts.stream().allMatch(start -> looked.at(waiver.check(), start));
    }

    /** One that could be anywhere: no path says where to look. */
    private static boolean isOfFingerprintsAlone(Waiver waiver) {
        return waiver.scope().starts().isEmpty() && !waiver.scope().fingerprints().isEmpty();
    }

    private static boolean isOpen(Waiver waiver, Result result) {
        return result.check().equals(waiver.check())
                && (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.UNKNOWN);
    }

    private static List<Spot> meantPlaces(Waiver waiver, Result result) {
        return isOpen(waiver, result)
                ? result.spots().stream()
                        .filter(spot -> waiver.scope().means(spot, result))
                        .toList()
                : List.of();
    }

    private static boolean meansOrigin(Waiver waiver, Result result) {
        return isOpen(waiver, result)
                && result.spots().stream()
                        .map(spot -> spot.location().origin())
                        .anyMatch(origin ->
                                origin != null
                                        && waiver.scope().paths().stream()
                                                .anyMatch(glob -> glob.matches(origin.path())));
    }

    private static boolean meansWhole(Waiver waiver, Result result) {
        return isOpen(waiver, result) && result.spots().isEmpty() && waiver.scope().means(result);
    }

    /** A waiver that knows one place of a value never hides another. */
    private static void split(Result result, List<Waiver> valid, List<Result> resolved) {
        if (result.spots().isEmpty()) {
            resolved.add(
                    valid.stream()
                            .filter(waiver -> meansWhole(waiver, result))
                            .findFirst()
                            .map(waiver -> result.waivedBy(waiver.id()))
                            .orElse(result));
            return;
        }
        Set<Spot> open = new LinkedHashSet<>(result.spots());
        Map<String, List<Spot>> accepted = new LinkedHashMap<>();
        for (Waiver waiver : valid) {
            for (Spot spot : meantPlaces(waiver, result)) {
                if (open.remove(spot)) {
                    accepted.computeIfAbsent(waiver.id(), _ -> new ArrayList<>()).add(spot);
                }
            }
        }
        if (!open.isEmpty()) {
            resolved.add(
                    open.size() == result.spots().size()
                            ? result
                            : result.atSpots(List.copyOf(open)));
        }
        accepted.forEach((id, spots) -> resolved.add(result.atSpots(spots).waivedBy(id)));
    }

    /**
     * A comment may only name a waiver: one that names none, or another place's, waives nothing.
     */
    private void comments(List<Result> results) {
        for (Result result : results) {
            if (result.outcome() != Outcome.FAIL) {
                continue;
            }
            for (Spot spot : result.spots()) {
                for (String name : new TreeSet<>(spot.namedWaivers())) {
                    comment(name, spot, result);
                }
            }
        }
    }

    private void comment(String name, Spot spot, Result result) {
        List<Waiver> named =
                waivers.waivers().stream().filter(waiver -> waiver.id().equals(name)).toList();
        boolean broken = waivers.problems().stream().anyMatch(each -> each.id().equals(name));
        if (named.isEmpty() && !broken) {
            said.add(
                    Saying.comment(
                            name,
                            spot,
                            "a comment names the waiver "
                                    + name
                                    + ", and there is none of that id in "
                                    + waivers.file()));
        } else if (named.stream().noneMatch(each -> meantPlaces(each, result).contains(spot))
                && !broken) {
            said.add(
                    Saying.comment(
                            name,
                            spot,
                            "a comment names the waiver "
                                    + name
                                    + ", which is for another check or place; a comment alone "
                                    + "waives nothing"));
        }
    }
}
