package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pitfall 33: a stable function without a column is called for each row. */
final class CallForEachRow implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "call-for-each-row",
                    "A policy calls a function for each row",
                    Severity.INFO,
                    "A policy calls a function that does not depend on the row outside of a"
                            + " subquery.",
                    "No hole: queries over many rows become slow, which tempts to make "
                            + "policies weaker.",
                    "Write (select auth.uid()): PostgreSQL then calls it once for the " + "query.",
                    Explained.manual("xfunc-volatility"),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: Row Level Security",
                            "https://supabase.com/docs/guides/database/postgres/row-level-security"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Policy policy : scene.policies()) {
            Set<String> calls = new LinkedHashSet<>();
            for (Expression each : scene.expressions().of(policy)) {
                Inside.each(
                        each,
                        (part, queries) -> {
                            if (queries.isEmpty()
                                    && part instanceof Expression.Call call
                                    && scene.guards().columns(call).isEmpty()) {
                                Function function =
                                        scene.catalog().functions().get(call.function());
                                if (function != null
                                        && function.volatility() != 'i'
                                        && (function.oid() >= 16384
                                                || function.name().equals("current_setting"))) {
                                    calls.add(function.schema() + "." + function.name());
                                }
                            }
                        });
            }
            if (!calls.isEmpty()) {
                found.add(
                        Found.of(
                                        scene.subject(policy),
                                        scene.table(policy).fullName(),
                                        "the policy "
                                                + policy.name()
                                                + " of "
                                                + scene.table(policy).fullName()
                                                + " calls "
                                                + String.join(", ", calls)
                                                + " for each row")
                                .with("policies", List.of(policy.name())));
            }
        }
        return found;
    }
}
