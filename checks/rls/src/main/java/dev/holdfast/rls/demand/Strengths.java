package dev.holdfast.rls.demand;

import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Types;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How much conditions ask of a row. What cannot be decided {@link Strength#DEPENDS}. */
public final class Strengths {
    private final Words words;
    private final PolicyExpressions expressions;
    private final Set<String> roleNames;
    private final IdentityHashMap<Expression, Strength> known = new IdentityHashMap<>();

    /**
     * Over the expressions of a catalogue.
     *
     * @param roleNames the exposed roles: to ask whether a request's role is one of them is to ask
     *     whether somebody is signed in
     */
    public Strengths(Words words, PolicyExpressions expressions, Set<String> roleNames) {
        this.words = words;
        this.expressions = expressions;
        this.roleNames = Set.copyOf(roleNames);
    }

    /** How strict all policies of a gate are together. */
    public Strength of(Gate gate, Side side) {
        Strength open = Strength.NEVER;
        for (Policy each : gate.permissive()) {
            open = open.or(of(each, side));
        }
        for (Policy each : gate.restrictive()) {
            open = open.and(of(each, side));
        }
        return open;
    }

    /** How strict a policy is by itself. */
    public Strength of(Policy policy, Side side) {
        Optional<Expression> demand = expressions.demand(policy, side);
        if (demand.isPresent()) {
            return of(demand.orElseThrow());
        }
        return Gate.demand(policy, side).isPresent() ? Strength.DEPENDS : Strength.NEVER;
    }

    /** How strict a condition is. */
    public Strength of(Expression expression) {
        Strength before = known.get(expression);
        if (before != null) {
            return before;
        }
        Strength strength = judge(expression);
        known.put(expression, strength);
        return strength;
    }

    private Strength judge(Expression expression) {
        return switch (expression) {
            case Expression.Literal it -> literal(it);
            case Expression.Junction it ->
                    it.all()
                            ? it.parts().stream()
                                    .map(this::of)
                                    .reduce(Strength.ALWAYS, Strength::and)
                            : it.parts().stream()
                                    .map(this::of)
                                    .reduce(Strength.NEVER, Strength::or);
            case Expression.Negation it -> negated(of(it.of()));
            case Expression.NullTest it ->
                    it.negated() && words.isOfSessionOnly(it.of())
                            ? Strength.SIGNED_IN
                            : Strength.DEPENDS;
            case Expression.Operation it when words.isOperator(it.operator(), "=") ->
                    equal(it.arguments());
            case Expression.ScalarOf _ -> {
                Expression inner = Words.bare(expression);
                yield inner.equals(expression) ? Strength.DEPENDS : of(inner);
            }
            case Expression.Relabel it -> of(it.of());
            default -> Strength.DEPENDS;
        };
    }

    private static Strength literal(Expression.Literal it) {
        if (it.type() != Types.BOOL) {
            return Strength.DEPENDS;
        }
        return it.hex().map(hex -> !hex.replace("0", "").isEmpty()).orElse(false)
                ? Strength.ALWAYS
                : Strength.NEVER;
    }

    private static Strength negated(Strength inner) {
        return switch (inner) {
            case NEVER -> Strength.ALWAYS;
            case ALWAYS -> Strength.NEVER;
            case DEPENDS, SIGNED_IN -> Strength.DEPENDS;
        };
    }

    private Strength equal(List<Expression> sides) {
        if (sides.size() != 2) {
            return Strength.DEPENDS;
        }
        Expression left = sides.getFirst();
        Expression right = sides.getLast();
        if (left instanceof Expression.Literal && left.equals(right)) {
            return Strength.ALWAYS;
        }
        return asksForRole(left, right) || asksForRole(right, left)
                ? Strength.SIGNED_IN
                : Strength.DEPENDS;
    }

    private boolean asksForRole(Expression asked, Expression literal) {
        return words.isOfSessionOnly(asked)
                && words.text(literal).filter(roleNames::contains).isPresent();
    }
}
