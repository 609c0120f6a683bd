package dev.holdfast.rls.prove;

import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.solve.Formula;
import java.util.List;
import java.util.function.Function;

/** Comparisons of a value with all elements of an array. */
final class Arrays {
    private final Encoding encoding;
    private final Layout layout;
    private final Placing placing;

    Arrays(Encoding encoding, Layout layout, Placing placing) {
        this.encoding = encoding;
        this.layout = layout;
        this.placing = placing;
    }

    Kleene of(Expression.OverArray it, Scope scope) {
        return switch (peeled(it.array())) {
            case Expression.ArrayOf array -> items(it, array, scope);
            case Expression.ArrayFrom from
                    when encoding.calls().isEquality(it.operator(), it.collation()) ->
                    query(it, from.query(), scope);
            default -> opaque(it, scope);
        };
    }

    /** Without casts that leave the elements what they are. */
    private Expression peeled(Expression array) {
        return switch (array) {
            case Expression.Relabel relabel
                    when encoding.values()
                            .constants()
                            .isOneFamily(
                                    element(dev.holdfast.rls.expression.Types.of(relabel.of())),
                                    element(relabel.type())) ->
                    peeled(relabel.of());
            case Expression.ArrayCast cast
                    when cast.of() instanceof Expression.ArrayOf of && isFamily(of, cast.type()) ->
                    of;
            default -> array;
        };
    }

    private boolean isFamily(Expression.ArrayOf array, long type) {
        Constants constants = encoding.values().constants();
        return constants.isOneFamily(element(array.type()), element(type));
    }

    private long element(long array) {
        dev.holdfast.rls.catalog.Type type = encoding.universe().catalog().types().get(array);
        return type == null ? 0 : type.element();
    }

    private Kleene items(Expression.OverArray it, Expression.ArrayOf array, Scope scope) {
        Kleene all = it.any() ? Kleene.FALSE : Kleene.TRUE;
        for (Expression each : array.items()) {
            Kleene one =
                    encoding.calls()
                            .comparison(
                                    new Expression.Operation(
                                            it.operator(),
                                            List.of(it.scalar(), each),
                                            dev.holdfast.rls.expression.Types.BOOL,
                                            it.collation()),
                                    scope);
            all = it.any() ? all.or(one) : all.and(one);
        }
        return all;
    }

    private Kleene query(Expression.OverArray it, Query query, Scope scope) {
        Term scalar = encoding.values().term(it.scalar(), scope);
        Function<Layout.Placed, Kleene> test =
                placed ->
                        scalar.sameAs(
                                encoding.values().term(layout.targets(query, placed).getFirst()));
        Formula yes = placing.some(query, scope, each -> test.apply(each).yes());
        Formula no = placing.some(query, scope, each -> test.apply(each).no());
        Formula neither = placing.some(query, scope, each -> test.apply(each).neither());
        return it.any()
                ? new Kleene(
                        yes, placing.none(query, scope, each -> test.apply(each).no()), neither)
                : new Kleene(
                        placing.none(query, scope, each -> test.apply(each).yes()), no, neither);
    }

    /** Of an array that is not known: the same array holds the same elements. */
    private Kleene opaque(Expression.OverArray it, Scope scope) {
        Item array = encoding.values().item(it.array(), scope);
        Item scalar = encoding.values().item(it.scalar(), scope);
        Comparison by = new Comparison(it.operator(), Calls.collation(it.collation(), scope));
        return it.any() ? element(by, scalar, array) : kept(by, false, scalar, array);
    }

    /** By what values are compared with elements. */
    record Comparison(long operator, long collation) {}

    /** Whether a value is an element of an array. */
    Kleene element(Comparison by, Item value, Item array) {
        Kleene is = kept(by, true, value, array);
        if (encoding.calls().isEquality(by.operator(), by.collation())) {
            encoding.ground().element(new Element(array, value, is));
        }
        return is;
    }

    private Kleene kept(Comparison by, boolean any, Item value, Item array) {
        encoding.ground().leaveOpen("an array that is not known");
        Item holds =
                encoding.ground()
                        .keep(
                                List.of("array", by, any, value, array),
                                () ->
                                        new Item.Truth(
                                                encoding.ground().kleene("element of an array")));
        return holds instanceof Item.Truth truth ? truth.kleene() : Kleene.NULL;
    }
}
