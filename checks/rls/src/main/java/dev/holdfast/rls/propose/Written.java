package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How policies write what says who asks: with the casts and the NULLIF around it, so that a spec
 * has a value of the columns' type and fails where the policies fail.
 */
final class Written {
    private static final Set<String> BUILT_IN =
            Set.of("current_setting", "string_to_array", "lower", "upper", "btrim");

    private final Catalog catalog;
    private final Map<SaysWho, Map<String, Integer>> scalars = new HashMap<>();
    private final Map<SaysWho, Map<String, Integer>> arrays = new HashMap<>();

    Written(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Takes notice of a comparison with the session. */
    void look(Expression expression, Side side, boolean array) {
        if (side instanceof Side.OfSession session && isCast(expression)) {
            sql(expression)
                    .ifPresent(text ->
                            (array ? arrays : scalars)
                                    .computeIfAbsent(session.who(), _ -> new TreeMap<>())
                                    .merge(text, 1, Integer::sum));
        }
    }

    /** The form that most policies use; an array before a single value, as it can be both. */
    String of(SaysWho who) {
        Map<String, Integer> forms =
                arrays.containsKey(who)
                        ? arrays.getOrDefault(who, Map.of())
                        : scalars.getOrDefault(who, Map.of());
        return forms.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(who::text);
    }

    /** Texts are compared with whatever their cast to is; only another type has to be said. */
    private static boolean isCast(Expression expression) {
        return switch (expression) {
            case Expression.Relabel it -> isCast(it.of());
            case Expression.ThroughText _, Expression.ArrayCast _ -> true;
            case Expression.NullIf it -> isCast(it.left());
            case Expression.ScalarOf it -> inner(it.query()).filter(Written::isCast).isPresent();
            default -> false;
        };
    }

    /** What a query without a table selects: {@code (SELECT expression)}. */
    private static Optional<Expression> inner(Query query) {
        return query.beyond().isEmpty()
                        && query.targets().size() == 1
                        && query.range().stream().allMatch(Query.Range.OfResult.class::isInstance)
                        && !(query.from() instanceof Query.From.Product it
                                && it.where().isPresent())
                ? Optional.of(query.targets().getFirst())
                : Optional.empty();
    }

    private Optional<String> sql(Expression expression) {
        return switch (expression) {
            case Expression.Relabel it -> sql(it.of());
            case Expression.ThroughText it -> cast(it.of(), it.type());
            case Expression.ArrayCast it -> cast(it.of(), it.type());
            case Expression.NullIf it ->
                    sql(it.left())
                            .flatMap(left ->
                                    sql(it.right())
                                            .map(right -> "nullif(" + left + ", " + right + ")"));
            case Expression.Literal _ -> Literals.text(expression).map(Written::quoted);
            case Expression.ScalarOf it -> inner(it.query()).flatMap(this::sql);
            case Expression.Operation it -> part(it);
            case Expression.Call it -> call(it);
            default -> Optional.empty();
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private Optional<String> cast(Expression of, long type) {
        return name(type).flatMap(name -> sql(of).map(text -> text + "::" + name));
    }

    private Optional<String> name(long oid) {
        Type type = catalog.types().get(oid);
        if (type == null) {
            return Optional.empty();
        }
        if (type.category() == 'A' && type.element() != 0) {
            return name(type.element()).map(each -> each + "[]");
        }
        return Optional.of(
                type.schema().equals("pg_catalog")
                        ? type.name()
                        : SqlText.name(type.schema()) + "." + SqlText.name(type.name()));
    }

    /** {@code ->} and {@code ->>}. */
    private Optional<String> part(Expression.Operation it) {
        Operator operator = catalog.operators().get(it.operator());
        if (operator == null || !operator.name().startsWith("->") || it.arguments().size() != 2) {
            return Optional.empty();
        }
        return sql(it.arguments().getFirst())
                .flatMap(json ->
                        Literals.text(it.arguments().get(1))
                                .map(key ->
                                        "(%s %s %s)"
                                                .formatted(json, operator.name(), quoted(key))));
    }

    private Optional<String> call(Expression.Call it) {
        Function function = catalog.functions().get(it.function());
        if (function == null) {
            return Optional.empty();
        }
        boolean builtIn = function.schema().equals("pg_catalog");
        if (builtIn && !BUILT_IN.contains(function.name())) {
            return Optional.empty();
        }
        if (!builtIn) {
            return it.arguments().isEmpty()
                    ? Optional.of(SqlText.call(function))
                    : Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        for (Expression each : it.arguments()) {
            Optional<String> text = isTrue(each) ? Optional.of("true") : sql(each);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(text.get());
        }
        return Optional.of(function.name() + "(" + String.join(", ", arguments) + ")");
    }

    private static boolean isTrue(Expression expression) {
        return expression instanceof Expression.Literal it
                && it.type() == dev.holdfast.rls.expression.Types.BOOL
                && it.hex().filter(each -> each.startsWith("01")).isPresent();
    }
}
