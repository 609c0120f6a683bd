package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Types;
import java.util.List;
import java.util.Optional;

/**
 * The tenants of a session that an expression yields: one value, or an array of them. The
 * expression is evaluated as a policy is, so that both speak of the same value even where nothing
 * else is known of it.
 */
final class SessionTenants {
    private static final long TEXT = 25;

    private final Encoding encoding;
    private final Expression expression;
    private final Catalog catalog;

    SessionTenants(Encoding encoding, Expression expression) {
        this.encoding = encoding;
        this.expression = expression;
        this.catalog = encoding.universe().catalog();
    }

    /**
     * When a value is one of them.
     *
     * @param type of the value
     * @return nothing when values of the two types cannot be compared here
     */
    Optional<Kleene> has(Term tenant, long type) {
        long element = element(Types.of(expression));
        boolean array = element != 0;
        long theirs = array ? element : Types.of(expression);
        Optional<Expression> value = comparable(type, theirs);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!array) {
            return Optional.of(
                    encoding.values()
                            .term(expression, scope(tenant))
                            .sameAs(encoding.values().term(value.get(), scope(tenant))));
        }
        return equality(theirs)
                .map(operator ->
                        encoding.placing()
                                .overArray(
                                        new Expression.OverArray(
                                                operator, true, value.get(), expression, 0),
                                        scope(tenant)));
    }

    /** The array itself, when it is one. */
    Optional<Item> array() {
        return element(Types.of(expression)) == 0
                ? Optional.empty()
                : Optional.of(
                        encoding.values()
                                .item(
                                        expression,
                                        Scope.ofSession(encoding.universe().session().role())));
    }

    /** The value is the argument of a function whose body the expression is. */
    private Scope scope(Term tenant) {
        return Scope.ofSession(encoding.universe().session().role())
                .given(List.of(new Item.Plain(tenant)));
    }

    /**
     * The value as the expression's type, where both are of one type or one is the other's text.
     */
    private Optional<Expression> comparable(long type, long theirs) {
        Constants constants = encoding.values().constants();
        Expression value = new Expression.Argument(1, type);
        if ((constants.isOneFamily(type, theirs) && constants.isEquatable(type))
                || (constants.isText(theirs)
                        && constants.isWrittenInOneWay(catalog.baseType(type)))) {
            return Optional.of(value);
        }
        return constants.isText(catalog.baseType(type))
                        && constants.isWrittenInOneWay(catalog.baseType(theirs))
                ? Optional.of(new Expression.ThroughText(value, theirs))
                : Optional.empty();
    }

    private long element(long type) {
        Type known = catalog.types().get(catalog.baseType(type));
        // Other types have elements, too: name is made of "char".
        return known == null || known.category() != 'A' ? 0 : known.element();
    }

    /** The operator by which PostgreSQL compares with the elements. */
    private Optional<Long> equality(long element) {
        Constants constants = encoding.values().constants();
        long type = constants.isText(element) ? TEXT : catalog.baseType(element);
        return catalog.operators().values().stream()
                .filter(each -> each.schema().equals("pg_catalog") && each.name().equals("="))
                .filter(each -> each.left() == type && each.right() == type)
                .map(Operator::oid)
                .findFirst();
    }
}
