package dev.holdfast.rls.audit;

import dev.holdfast.rls.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** The conditions that a policy is made of by AND and OR alone. */
final class Clauses {
    private Clauses() {}

    /** All alternatives: the parts of every OR that can make the whole true. */
    static List<Expression> alternatives(Expression expression) {
        List<Expression> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, List<Expression> found) {
        if (expression instanceof Expression.Junction junction) {
            if (!junction.all()) {
                found.addAll(junction.parts());
            }
            junction.parts().forEach(each -> collect(each, found));
        }
    }
}
