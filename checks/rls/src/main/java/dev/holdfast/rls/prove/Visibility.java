package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.ExpressionReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all policies of a table say together: one permissive policy must let a row through, and
 * every restrictive one; without a permissive one nothing passes (PostgreSQL documentation, 5.8 and
 * sql-createpolicy; src/backend/rewrite/rowsecurity.c).
 */
final class Visibility {
    // Policies that ask tables whose policies ask tables …; behind it anything is let through.
    private static final int DEEPEST = 3;

    private final Encoding encoding;
    private final boolean repeatable;
    private final Map<List<Object>, Kleene> asked = new HashMap<>();
    private final Map<List<Object>, Kleene> demanded = new HashMap<>();

    Visibility(Encoding encoding) {
        this.encoding = encoding;
        this.repeatable = encoding.universe().volatility().repeatable();
    }

    /** Whether a role reaches a row that is there with a command. */
    Kleene reaches(Row row, Command command, Role role, int depth) {
        return once(row, command, role, role, depth, false);
    }

    /**
     * The same where somebody else's rights count.
     *
     * @param user who asks
     */
    Kleene reaches(Row row, Command command, Role role, Role user, int depth) {
        return once(row, command, role, user, depth, false);
    }

    /** Whether a role may write a row so. */
    Kleene accepts(Row row, Command command, Role role, int depth) {
        return once(row, command, role, role, depth, true);
    }

    /** The same row is not asked twice, so that rows that are made for it are made once. */
    private Kleene once(
            Row row, Command command, Role role, Role user, int depth, boolean writing) {
        List<Object> key = List.of(row.number(), command, role.oid(), user.oid(), writing);
        Kleene known = asked.get(key);
        if (known == null || !repeatable) {
            known = all(row, command, role, user, depth, writing);
            asked.put(key, known);
        }
        return known;
    }

    private Kleene all(Row row, Command command, Role role, Role user, int depth, boolean writing) {
        EffectiveAccess access = encoding.universe().access();
        // A row that another catalogue shares has that one's idea of its table.
        Relation relation =
                access.catalog().relations().getOrDefault(row.relation().oid(), row.relation());
        if (access.enforcement(role.oid(), relation) != Enforcement.ENFORCED) {
            return Kleene.TRUE;
        }
        if (depth > DEEPEST) {
            encoding.ground().leaveOpen("policies of " + relation.fullName() + " ask too deep");
            return encoding.ground().kleene("policies of " + relation.fullName());
        }
        Kleene permissive = Kleene.FALSE;
        Kleene restrictive = Kleene.TRUE;
        for (Policy each : access.policiesOf(relation)) {
            if (!each.command().concerns(command) || !access.speaksOf(each, role.oid())) {
                continue;
            }
            Optional<Stored> gate =
                    writing && each.check().isPresent() ? each.check() : each.using();
            if (gate.isEmpty()) {
                // Says nothing: a permissive one lets nothing through, a restrictive one all.
                continue;
            }
            Kleene lets = lets(gate.get(), row, role, user, depth);
            permissive = each.permissive() ? permissive.or(lets) : permissive;
            restrictive = each.permissive() ? restrictive : restrictive.and(lets);
        }
        return permissive.and(restrictive);
    }

    private Kleene lets(Stored gate, Row row, Role role, Role user, int depth) {
        Expression demand = ExpressionReader.read(gate.tree());
        List<Expression> parts =
                demand instanceof Expression.Junction junction && junction.all()
                        ? junction.parts()
                        : List.of(demand);
        Kleene all = Kleene.TRUE;
        for (Expression each : parts) {
            all = all.and(demanded(each, row, role, user, depth));
        }
        return all;
    }

    /**
     * What several policies demand alike is asked once, so that a floor that says what a policy
     * says makes no second set of rows. Not so where a volatile function may answer each of them
     * otherwise.
     */
    private Kleene demanded(Expression demand, Row row, Role role, Role user, int depth) {
        List<Object> key = List.of(demand, row.number(), role.oid(), user.oid());
        Kleene known = demanded.get(key);
        if (known == null || !repeatable) {
            known = encoding.truths().of(demand, Scope.of(row, role, user, depth + 1));
            demanded.put(key, known);
        }
        return known;
    }
}
