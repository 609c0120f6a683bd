package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.tree.CalledFunctions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Whether policies say the same of a row however often they are asked within a statement: a
 * volatile function may answer otherwise each time (PostgreSQL documentation, 36.7 Function
 * Volatility Categories). One whose body is looked into is what its body calls.
 */
final class Repeatable {
    private Repeatable() {}

    /** Whether no policy, and no body that policies may ask, calls such a function. */
    static boolean is(Universe universe) {
        Catalog catalog = universe.catalog();
        return catalog.policies().stream()
                        .flatMap(each -> Stream.of(each.using(), each.check()))
                        .flatMap(Optional::stream)
                        .map(Stored::tree)
                        .flatMap(each -> CalledFunctions.of(each).stream())
                        .noneMatch(each -> isVolatile(each, universe))
                && universe.bodies().values().stream()
                        .noneMatch(each -> callsVolatile(new Expression.Exists(each), universe));
    }

    /**
     * Whether what policies see is what was there when the statement began: a volatile function
     * sees what the statement has done so far, and foreign keys are looked at when it ends.
     */
    static boolean seesOneMoment(Universe universe) {
        Catalog catalog = universe.catalog();
        return catalog.policies().stream()
                        .flatMap(each -> Stream.of(each.using(), each.check()))
                        .flatMap(Optional::stream)
                        .map(Stored::tree)
                        .flatMap(each -> CalledFunctions.of(each).stream())
                        .noneMatch(each -> isDeclaredVolatile(each, catalog))
                && universe.bodies().keySet().stream()
                        .noneMatch(each -> isDeclaredVolatile(each, catalog));
    }

    private static boolean isDeclaredVolatile(long oid, Catalog catalog) {
        Function function = catalog.functions().get(oid);
        return function == null || function.volatility() == 'v';
    }

    private static boolean callsVolatile(Expression expression, Universe universe) {
        AtomicBoolean found = new AtomicBoolean();
        Inside.each(
                expression,
                (part, _) -> {
                    if (part instanceof Expression.Call call
                            && isVolatile(call.function(), universe)) {
                        found.set(true);
                    }
                });
        return found.get();
    }

    private static boolean isVolatile(long oid, Universe universe) {
        Function function = universe.catalog().functions().get(oid);
        return function == null
                || (function.volatility() == 'v' && !universe.bodies().containsKey(oid));
    }
}
