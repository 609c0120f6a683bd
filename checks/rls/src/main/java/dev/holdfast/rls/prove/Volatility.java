package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether policies say the same of a row however often they are asked within a statement
 * (PostgreSQL documentation, 36.7 Function Volatility Categories).
 *
 * @param repeatable whether no policy, and no body that policies may ask, calls a volatile function
 *     that is not looked into: such a one may answer otherwise each time
 * @param oneMoment whether what policies see is what was there when the statement began: a volatile
 *     function sees what the statement has done so far, and foreign keys are looked at when it ends
 */
record Volatility(boolean repeatable, boolean oneMoment) {

    /** That of a catalogue's policies. */
    static Volatility of(Catalog catalog, Map<Long, Query> bodies) {
        Set<Long> called = new HashSet<>(bodies.keySet());
        catalog.policies().stream()
                .flatMap(each -> Stream.of(each.using(), each.check()))
                .flatMap(Optional::stream)
                .map(Stored::tree)
                .flatMap(each -> CalledFunctions.of(each).stream())
                .forEach(called::add);
        boolean oneMoment = called.stream().noneMatch(each -> isVolatile(each, catalog));
        bodies.values()
                .forEach(each ->
                        Inside.each(
                                new Expression.Exists(each),
                                (part, _) -> {
                                    if (part instanceof Expression.Call call) {
                                        called.add(call.function());
                                    } else if (part instanceof Expression.Operation operation) {
                                        Optional.ofNullable(
                                                        catalog.operators()
                                                                .get(operation.operator()))
                                                .ifPresent(it -> called.add(it.function()));
                                    }
                                }));
        called.removeAll(bodies.keySet());
        return new Volatility(
                called.stream().noneMatch(each -> isVolatile(each, catalog)), oneMoment);
    }

    private static boolean isVolatile(long oid, Catalog catalog) {
        Function function = catalog.functions().get(oid);
        return function == null || function.volatility() == 'v';
    }
}
