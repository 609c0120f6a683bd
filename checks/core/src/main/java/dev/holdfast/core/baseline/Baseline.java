package dev.holdfast.core.baseline;

import dev.holdfast.core.policy.BaselineRules;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Spot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was there before. Sorted, no place twice.
 *
 * @param file the file as reports show it
 * @param keyId the id of the key that its hashes were made with, or empty when there are no hashes
 * @param entries sorted by check, place, hash and occurrence
 * @param problem why the file cannot be followed, or null; it then has no entries
 */
public record Baseline(
        String file, String keyId, List<BaselineEntry> entries, @Nullable String problem) {

    public Baseline {
        entries = distinct(entries);
    }

    /** Of a project without a baseline. */
    public static Baseline none(String file) {
        return new Baseline(file, "", List.of(), null);
    }

    /** One that cannot be followed; the reason quotes nothing of the file. */
    public static Baseline broken(String file, String problem) {
        return new Baseline(file, "", List.of(), problem);
    }

    /** The entries by what they are found by. */
    public Map<BaselineEntry.Key, BaselineEntry> byKey() {
        Map<BaselineEntry.Key, BaselineEntry> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.key(), entry));
        return map;
    }

    /** Each once, sorted; of two for one place the milder counts, as the stricter side. */
    private static List<BaselineEntry> distinct(Collection<BaselineEntry> all) {
        Map<BaselineEntry.Key, BaselineEntry> map = new LinkedHashMap<>();
        // The milder sorts behind the worse.
        new TreeSet<>(all).forEach(entry -> map.merge(entry.key(), entry, BaselineEntry::with));
        return List.copyOf(map.values());
    }

    /** The same file with other entries. */
    public Baseline withEntries(Collection<BaselineEntry> others) {
        return new Baseline(file, keyId, List.copyOf(others), problem);
    }

    /** The same and these, as bad as they are here when they are here already. */
    public Baseline keeping(Collection<BaselineEntry> others) {
        return withEntries(accepted(others, entries));
    }

    /** Each once; the later says how bad it is. */
    private static Collection<BaselineEntry> accepted(
            Collection<BaselineEntry> before, Collection<BaselineEntry> now) {
        Map<BaselineEntry.Key, BaselineEntry> map = new LinkedHashMap<>();
        before.forEach(entry -> map.put(entry.key(), entry));
        now.forEach(entry -> map.merge(entry.key(), entry, BaselineEntry::with));
        return map.values();
    }

    /**
     * What a run found as a baseline.
     *
     * @param results after waivers and before any baseline: the failing ones are taken, except
     *     those of a severity that is never baselined
     */
    public static Baseline of(
            Collection<Result> results, BaselineRules rules, String file, String keyId) {
        Set<BaselineEntry> entries = new TreeSet<>();
        for (Result result : results) {
            if (result.outcome() != Outcome.FAIL || rules.neverFor().contains(result.severity())) {
                continue;
            }
            for (Spot spot : result.spots()) {
                entries.add(
                        new BaselineEntry(
                                spot.identity(), true, spot.searches(), result.severity()));
            }
            if (result.spots().isEmpty()) {
                entries.add(new BaselineEntry(result.identity(), false, result.severity()));
            }
        }
        // Two searches may find one place, and one of them think worse of it; both are accepted.
        List<BaselineEntry> mildestFirst = new ArrayList<>(entries);
        mildestFirst.sort(Comparator.comparing(BaselineEntry::severity).reversed());
        return new Baseline(file, keyId, List.copyOf(accepted(List.of(), mildestFirst)), null);
    }

    /** Why it cannot be followed, when it cannot. */
    public Optional<String> broken() {
        return Optional.ofNullable(problem);
    }
}
