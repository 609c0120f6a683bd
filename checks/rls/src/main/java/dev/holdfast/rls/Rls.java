package dev.holdfast.rls;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.prove.ProveCheck;
import dev.holdfast.rls.prove.ProveChecks;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.source.CatalogSource;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.List;
import java.util.function.Function;

/** The front door of row level security. */
public final class Rls {

    private Rls() {}

    /** What every id that this capability reports means. */
    public static List<CheckInfo> explanations() {
        return explanationsOfProofs();
    }

    /** The same of what the prover reports. */
    public static List<CheckInfo> explanationsOfProofs() {
        return ProveChecks.all();
    }

    /** A proof of a tenancy spec. */
    public static Check proof(
            CatalogSource source,
            Function<Catalog, Tenancy> tenancy,
            List<String> schemas,
            Solver solver) {
        return new ProveCheck(source, tenancy, schemas, solver);
    }
}
