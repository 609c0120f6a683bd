package dev.holdfast.rls.generate;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.proving.ProveChecks;
import dev.holdfast.rls.proving.SpecAssumptions;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ways to rows that the proofs of a migration leave out: views, functions, partitions, foreign
 * keys and roles of other schemas stay as they are.
 */
final class Remaining {
    private static final int FEW = 3;
    private static final String NOT_BY_POSTGREST = "no client of PostgREST can";

    private Remaining() {}

    /** Each in a line, with the tables that it is of. */
    static List<String> of(List<Result> proofs, Tenancy tenancy, Set<String> tables) {
        Set<String> general = new HashSet<>();
        Arrays.stream(Property.values())
                .forEach(each -> general.addAll(SpecAssumptions.of(tenancy, each)));
        Map<String, Set<String>> found = new TreeMap<>();
        for (Result each : proofs) {
            if (each.check().equals(ProveChecks.PROOF.id())
                    && each.outcome() == Outcome.PASS
                    && tables.contains(String.valueOf(each.subject()))
                    && each.properties().get("assumptions") instanceof List<?> assumptions) {
                assumptions.stream()
                        .map(String::valueOf)
                        .filter(it -> !general.contains(it))
                        // What only SQL can, and triggers, which the migration leaves alone.
                        .filter(it -> !it.contains(NOT_BY_POSTGREST))
                        .filter(it -> !it.startsWith("triggers of "))
                        .forEach(it ->
                                found.computeIfAbsent(it, _ -> new TreeSet<>())
                                        .add(String.valueOf(each.subject())));
            }
        }
        return found.entrySet().stream()
                .map(each -> words(each.getValue()) + ": " + each.getKey())
                .toList();
    }

    private static String words(Set<String> tables) {
        return tables.size() > FEW ? tables.size() + " tables" : String.join(", ", tables);
    }
}
