package dev.holdfast.rls.generate;

import dev.holdfast.core.result.Result;
import dev.holdfast.rls.proving.Assumed;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways to rows that the proofs of a migration leave out: views, functions, partitions, foreign
 * keys and roles of other schemas stay as they are.
 */
final class Remaining {
    private static final String NOT_BY_POSTGREST = "no client of PostgREST can";

    private Remaining() {}

    /** Each in a line, with the tables that it is of. */
    static List<String> of(List<Result> proofs, Tenancy tenancy, Set<String> tables) {
        List<String> lines = new ArrayList<>();
        Assumed.of(proofs, tenancy)
                .forEach((assumption, its) -> {
                    Set<String> here = new TreeSet<>(its);
                    here.retainAll(tables);
                    // What only SQL can, and triggers, which the migration leaves alone.
                    if (!here.isEmpty()
                            && !assumption.contains(NOT_BY_POSTGREST)
                            && !assumption.contains("triggers")) {
                        lines.add(Assumed.words(here) + ": " + assumption);
                    }
                });
        return lines;
    }
}
