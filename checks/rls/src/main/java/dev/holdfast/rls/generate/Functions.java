package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.FunctionReach;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SECURITY DEFINER functions: ways past all policies that everybody may call by default. */
final class Functions {
    private final Catalog catalog;
    private final Tables tables;
    private final Audience audience;
    private final FunctionReach reach;
    private final Asking asking;

    Functions(
            Catalog catalog, Tables tables, Audience audience, FunctionReach reach, Asking asking) {
        this.catalog = catalog;
        this.tables = tables;
        this.audience = audience;
        this.reach = reach;
        this.asking = asking;
    }

    void write(Script script) {
        List<Function> all =
                catalog.functions().values().stream()
                        .filter(each -> each.definer() && each.extension().isEmpty())
                        .filter(each -> tables.isExposed(each.schema()))
                        .filter(each -> !FunctionReach.isTrigger(each))
                        .sorted(Comparator.comparing(Function::fullName))
                        .toList();
        if (all.isEmpty()) {
            return;
        }
        script.title("SECURITY DEFINER functions")
                .comment(
                        "They run with the rights of their owner, for whom policies may not count,"
                                + " and PostgreSQL lets everybody call a new function. Read what each does"
                                + " for whom, then grant it to those who need it.");
        all.forEach(each -> function(script, each));
    }

    private void function(Script script, Function function) {
        List<String> tablesReached =
                reach.of(function).keySet().stream()
                        .filter(each -> tables.treatment(each).isPresent())
                        .map(each -> catalog.relations().get(each))
                        .map(Relation::fullName)
                        .sorted()
                        .toList();
        if (!tablesReached.isEmpty()) {
            script.comment(
                    function.fullName() + " may reach " + String.join(", ", tablesReached) + ".");
        }
        script.statement(
                "REVOKE ALL ON ROUTINE "
                        + Names.of(function)
                        + " FROM "
                        + String.join(", ", audience.losing(function.acl(), function.owner())));
        audience.member()
                .ifPresent(each -> {
                    String grant =
                            "GRANT EXECUTE ON ROUTINE "
                                    + Names.of(function)
                                    + " TO "
                                    + Names.of(each.name());
                    if (isNeeded(function)) {
                        script.comment("Granted: policies, or what stays in the schema, call it.")
                                .statement(grant);
                    } else {
                        script.aside(grant + ";");
                    }
                });
    }

    /**
     * Whether a new policy, a view, a CHECK, a default or a policy that stays calls it for whoever
     * asks.
     */
    private boolean isNeeded(Function function) {
        Set<Long> replaced =
                catalog.policies().stream()
                        .filter(each -> tables.treatment(each.relation()).isPresent())
                        .map(Policy::oid)
                        .collect(Collectors.toSet());
        boolean asks = asking.functions().stream().anyMatch(each -> each.oid() == function.oid());
        return asks
                || catalog.dependencies().stream()
                        .filter(each -> each.function() == function.oid())
                        .anyMatch(each ->
                                switch (each.kind()) {
                                    case RULE, CONSTRAINT, DEFAULT -> true;
                                    case POLICY -> !replaced.contains(each.dependent());
                                    case FUNCTION, TRIGGER -> false;
                                });
    }
}
