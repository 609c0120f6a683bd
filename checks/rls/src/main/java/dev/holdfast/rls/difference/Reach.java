package dev.holdfast.rls.difference;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a role reaches of a relation with one privilege.
 *
 * @param rows whether it reaches any
 * @param gate the policies that say which, where some count
 * @param whole whether the privilege is the whole relation's, and not that of single columns
 * @param columns those that it reaches
 */
record Reach(
        boolean rows,
        Optional<Gate> gate,
        boolean whole,
        Set<String> columns,
        String words,
        List<String> evidence) {
    Reach {
        evidence = List.copyOf(evidence);
    }

    private static Reach nothing(String words, List<String> evidence) {
        return new Reach(false, Optional.empty(), false, Set.of(), words, evidence);
    }

    static Reach of(
            Version version, OptionalLong role, Optional<Relation> relation, Privilege privilege) {
        if (relation.isEmpty()) {
            return nothing("it is not there", List.of());
        }
        if (role.isEmpty()) {
            return nothing("the role is not there", List.of());
        }
        EffectiveAccess access = version.access();
        Relation it = relation.get();
        Optional<Held> held = access.held(role.getAsLong(), it, privilege);
        if (held.isEmpty()) {
            return nothing("no grant", List.of());
        }
        List<String> evidence = new ArrayList<>(List.of(held.get().text()));
        Enforcement enforcement = access.enforcement(role.getAsLong(), it);
        if (enforcement != Enforcement.ENFORCED || privilege.command().isEmpty()) {
            String why =
                    !it.kind().isTable()
                            ? "the rows of its query"
                            : enforcement == Enforcement.ENFORCED
                                    ? "all rows: no policy filters " + privilege
                                    : "all rows: " + enforcement.words();
            return reached(Optional.empty(), it, held.get(), why, evidence);
        }
        Gate gate = access.gate(role.getAsLong(), it, privilege.command().get());
        if (gate.permissive().isEmpty()) {
            return nothing("no permissive policy", evidence);
        }
        gate.policies().forEach(each -> evidence.add(Texts.policy(each)));
        return reached(
                Optional.of(gate),
                it,
                held.get(),
                "rows by policy " + String.join(", ", gate.names()),
                evidence);
    }

    private static Reach reached(
            Optional<Gate> gate, Relation it, Held held, String words, List<String> evidence) {
        boolean whole = held.columns().isEmpty();
        Set<String> columns = new LinkedHashSet<>(held.columns());
        if (whole) {
            it.columns().stream().map(Column::name).forEach(columns::add);
        }
        return new Reach(
                true,
                gate,
                whole,
                columns,
                whole ? words : words + " in the columns " + String.join(", ", columns),
                evidence);
    }
}
