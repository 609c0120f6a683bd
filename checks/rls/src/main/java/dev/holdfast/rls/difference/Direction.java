package dev.holdfast.rls.difference;

import dev.holdfast.rls.expression.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which way something went, by how it is written alone. */
enum Direction {
    SAME,
    /** Whatever passed passes still. */
    WIDER,
    /** Whatever passes passed before. */
    NARROWER,
    UNKNOWN;

    /** Both one after another. */
    Direction and(Direction other) {
        if (this == SAME || this == other) {
            return other;
        }
        return other == SAME ? this : UNKNOWN;
    }

    Direction reversed() {
        return switch (this) {
            case WIDER -> NARROWER;
            case NARROWER -> WIDER;
            case SAME, UNKNOWN -> this;
        };
    }

    /** Of two expressions with the same numbers: parts that were added or dropped. */
    static Direction of(Expression before, Expression after) {
        if (before.equals(after)) {
            return SAME;
        }
        Direction all = of(parts(before, true), parts(after, true)).reversed();
        Direction any = of(parts(before, false), parts(after, false));
        return all == UNKNOWN ? any : all;
    }

    /** Of two sets: WIDER when the second has all of the first. */
    static <T> Direction of(Set<T> before, Set<T> after) {
        if (before.equals(after)) {
            return SAME;
        }
        return after.containsAll(before) ? WIDER : before.containsAll(after) ? NARROWER : UNKNOWN;
    }

    private static Set<Expression> parts(Expression expression, boolean all) {
        List<Expression> parts = new ArrayList<>();
        collect(expression, all, parts);
        return new HashSet<>(parts);
    }

    private static void collect(Expression expression, boolean all, List<Expression> parts) {
        if (expression instanceof Expression.Junction junction && junction.all() == all) {
            junction.parts().forEach(each -> collect(each, all, parts));
        } else {
            parts.add(expression);
        }
    }
}
