package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Pitfall 25: a LEAKPROOF function sees rows before policies. */
final class LeakproofFunction implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "leakproof-function",
                    "A function is declared LEAKPROOF",
                    Severity.MEDIUM,
                    "A function that is not PostgreSQL's own is LEAKPROOF, so that it may "
                            + "be run on rows before the policies are.",
                    "One that prints or raises its argument shows hidden values (measured).",
                    "ALTER FUNCTION … NOT LEAKPROOF unless somebody has proved that it "
                            + "tells nothing but its result.",
                    Explained.cwe(200),
                    Explained.manual("rules-privileges"),
                    Explained.manual("sql-createfunction"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Function function : scene.catalog().functions().values()) {
            if (function.leakproof()
                    && function.extension().isEmpty()
                    && !Set.of("pg_catalog", "information_schema").contains(function.schema())) {
                List<Long> roles = DefinerFunction.callers(scene, function);
                Found one =
                        Found.of(
                                        function.fullName(),
                                        "",
                                        function.fullName()
                                                + " is LEAKPROOF: it sees rows before policies do")
                                .with("roles", scene.names(roles));
                found.add(roles.isEmpty() ? one.as(Severity.LOW) : one);
            }
        }
        return found;
    }
}
