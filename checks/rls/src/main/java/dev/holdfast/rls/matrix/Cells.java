package dev.holdfast.rls.matrix;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.PolicyExpressions;
import dev.holdfast.rls.demand.Strength;
import dev.holdfast.rls.demand.Strengths;
import dev.holdfast.rls.demand.Words;
import dev.holdfast.rls.matrix.Cell.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills the cells of a matrix. */
final class Cells {
    private final EffectiveAccess access;
    private final Strengths strengths;

    Cells(EffectiveAccess access, Collection<Long> roles) {
        this.access = access;
        this.strengths =
                new Strengths(
                        new Words(access.catalog()),
                        new PolicyExpressions(access.catalog()),
                        roles.stream().map(access.catalog()::roleName).collect(Collectors.toSet()));
    }

    /**
     * What a role can do to a relation with a command.
     *
     * @param ways around the policies of the relation that the role has
     */
    Cell of(long role, Relation relation, Privilege privilege, List<WayAround> ways) {
        List<String> around =
                ways.stream()
                        .filter(each -> concerns(each, privilege))
                        .map(WayAround::text)
                        .toList();
        Optional<Held> held = access.held(role, relation, privilege);
        if (held.isEmpty()) {
            return new Cell(privilege, Reach.NONE, List.of(), List.of(), around);
        }
        if (!takes(relation, privilege)) {
            return new Cell(
                    privilege,
                    Reach.NONE,
                    List.of(),
                    List.of("granted, but the relation takes no " + privilege),
                    around);
        }
        List<String> because = new ArrayList<>(List.of(held.orElseThrow().text()));
        if (relation.kind() == Relation.Kind.VIEW) {
            because.add(
                    relation.isInvokersView()
                            ? "asks with the rights of whoever asks"
                            : "asks with the rights of "
                                    + access.catalog().roleName(relation.owner()));
            return new Cell(privilege, Reach.QUERY, List.of(), because, around);
        }
        Enforcement enforcement = access.enforcement(role, relation);
        Optional<Command> command = privilege.command();
        if (enforcement != Enforcement.ENFORCED || command.isEmpty()) {
            because.add(
                    enforcement != Enforcement.ENFORCED
                            ? enforcement.words()
                            : "no policy filters " + privilege);
            return new Cell(privilege, Reach.ALL, List.of(), because, around);
        }
        Gate gate = access.gate(role, relation, command.orElseThrow());
        Reach reach =
                gate.permissive().isEmpty()
                        ? Reach.NONE
                        : asksNothing(role, gate) ? Reach.UNASKED : Reach.POLICY;
        if (reach == Reach.NONE) {
            because.add("no permissive policy counts for it");
        } else if (reach == Reach.UNASKED) {
            because.add("its policies ask nothing of the row");
        }
        return new Cell(privilege, reach, gate.names(), because, around);
    }

    /** Who is anonymous is not signed in, so that a policy which asks only that asks something. */
    private boolean asksNothing(long role, Gate gate) {
        Side side = gate.command() == Command.INSERT ? Side.NEW : Side.OLD;
        Strength strength = strengths.of(gate, side);
        return strength == Strength.ALWAYS
                || (strength == Strength.SIGNED_IN
                        && !ExposedRoles.isAnonymous(access.catalog(), role));
    }

    private static boolean takes(Relation relation, Privilege privilege) {
        return privilege == Privilege.TRUNCATE
                ? relation.kind().isTable() || relation.kind() == Relation.Kind.FOREIGN_TABLE
                : privilege.command().map(relation::takes).orElse(true);
    }

    /** A function may do anything, TRUNCATE too; the others do what they are granted for. */
    private static boolean concerns(WayAround way, Privilege privilege) {
        return way.privileges().contains("EXECUTE") || way.privileges().contains(privilege.name());
    }
}
