package dev.holdfast.rls.proving;

import dev.holdfast.core.result.Evidence;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What proofs rest on beside the spec, each said once with the tables that it is of: who reads that
 * a table is proved reads as well what is not.
 */
public final class Assumed {
    private static final int FEW = 3;

    private Assumed() {}

    /** Each assumption of the tables that are proved, with their names, in order. */
    public static Map<String, Set<String>> of(List<Result> proofs, Tenancy tenancy) {
        List<String> general = SpecAssumptions.of(tenancy);
        Map<String, Set<String>> found = new TreeMap<>();
        for (Result each : proofs) {
            if (each.check().equals(ProveChecks.PROOF.id())
                    && each.outcome() == Outcome.PASS
                    && each.properties().get("assumptions") instanceof List<?> assumptions) {
                assumptions.stream()
                        .map(String::valueOf)
                        .filter(it -> !general.contains(it))
                        .forEach(it ->
                                found.computeIfAbsent(it, _ -> new TreeSet<>())
                                        .add(String.valueOf(each.subject())));
            }
        }
        return found;
    }

    /** The names of a few tables, or how many they are. */
    public static String words(Set<String> tables) {
        return tables.size() > FEW ? tables.size() + " tables" : String.join(", ", tables);
    }

    /** As results, which inform and never block. */
    static List<Result> results(List<Result> proofs, Tenancy tenancy) {
        List<Result> all = new ArrayList<>();
        of(proofs, tenancy)
                .forEach((assumption, tables) -> {
                    String subject = tables.size() == 1 ? tables.iterator().next() : "tenancy";
                    all.add(
                            new Result(
                                    ProveChecks.ASSUMED.id(),
                                    Outcome.FAIL,
                                    ProveChecks.ASSUMED.severity(),
                                    Evidence.MEASURED,
                                    List.of(),
                                    subject,
                                    "what is proved of "
                                            + words(tables)
                                            + " assumes: "
                                            + assumption,
                                    ProveChecks.ASSUMED.fix(),
                                    Identity.ofPlace(ProveChecks.ASSUMED.id(), assumption),
                                    null,
                                    Map.of(
                                            "assumption",
                                            assumption,
                                            "tables",
                                            List.copyOf(tables))));
                });
        return all;
    }
}
