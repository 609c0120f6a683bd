package dev.holdfast.rls.demand;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.expression.Query;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the parts of expressions mean that concern who asks. */
public final class Words {
    /** Types whose bytes are a text behind a head of four bytes (pg_type.dat). */
    private static final Set<Long> TEXTS = Set.of(25L, 1043L, 1042L);

    /** What a name literal has no head for. */
    private static final long UNKNOWN_TEXT = 705;

    private final Catalog catalog;

    public Words(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The text of a literal, when it is one. */
    public Optional<String> text(Expression expression) {
        return switch (expression) {
            case Expression.Literal it when it.hex().isPresent() -> text(it);
            case Expression.Relabel it -> text(it.of());
            default -> Optional.empty();
        };
    }

    private static Optional<String> text(Expression.Literal literal) {
        byte[] bytes = HexFormat.of().parseHex(literal.hex().orElse(""));
        int head = TEXTS.contains(literal.type()) ? 4 : literal.type() == UNKNOWN_TEXT ? 0 : -1;
        return head < 0 || bytes.length < head
                ? Optional.empty()
                : Optional.of(new String(bytes, head, bytes.length - head, StandardCharsets.UTF_8));
    }

    /** Whether a call asks the session: a setting, a claim, who the user is. */
    public boolean asksSession(Expression expression) {
        return switch (expression) {
            case Expression.SessionValue _ -> true;
            case Expression.Call it -> {
                Function function = catalog.functions().get(it.function());
                yield function != null && asksSession(function);
            }
            default -> false;
        };
    }

    private static boolean asksSession(Function function) {
        return switch (function.schema()) {
            case "pg_catalog" ->
                    function.name().equals("current_setting")
                            || function.name().equals("session_user");
            case "auth" -> Set.of("uid", "role", "email", "jwt").contains(function.name());
            default ->
                    function.source().contains("current_setting")
                            && !function.source().toLowerCase(Locale.ROOT).contains("from");
        };
    }

    /** The name of the setting that a call reads, when it is a constant. */
    public Optional<String> setting(Expression expression) {
        return expression instanceof Expression.Call call
                        && isBuiltIn(call, "current_setting")
                        && !call.arguments().isEmpty()
                ? text(call.arguments().getFirst())
                : Optional.empty();
    }

    /** Whether it is a call of a function of PostgreSQL. */
    public boolean isBuiltIn(Expression.Call call, String name) {
        Function function = catalog.functions().get(call.function());
        return function != null
                && function.schema().equals("pg_catalog")
                && function.name().equals(name);
    }

    /** Whether the operator has that name. */
    public boolean isOperator(long oid, String name) {
        Operator operator = catalog.operators().get(oid);
        return operator != null && operator.name().equals(name);
    }

    /** Whether it asks the session and nothing of any row. */
    public boolean isOfSessionOnly(Expression expression) {
        boolean[] asks = {false};
        boolean[] reads = {false};
        Inside.each(
                expression,
                (part, queries) -> {
                    asks[0] |= asksSession(part);
                    reads[0] |= part instanceof Expression.ColumnOf;
                    reads[0] |= queries.stream().anyMatch(Words::hasRelation);
                });
        return asks[0] && !reads[0];
    }

    private static boolean hasRelation(Query query) {
        return query.range().stream().anyMatch(each -> each instanceof Query.Range.OfRelation);
    }

    /** The same without casts and without a SELECT that is around a value only. */
    public static Expression bare(Expression expression) {
        return switch (expression) {
            case Expression.Relabel it -> bare(it.of());
            case Expression.ThroughText it -> bare(it.of());
            case Expression.ToDomain it -> bare(it.of());
            case Expression.NullIf it -> bare(it.left());
            case Expression.ScalarOf it when isValueOnly(it) ->
                    bare(it.query().targets().getFirst());
            default -> expression;
        };
    }

    private static boolean isValueOnly(Expression.ScalarOf it) {
        return it.query().targets().size() == 1
                && it.query().beyond().isEmpty()
                && it.query().range().stream()
                        .allMatch(each -> each instanceof Query.Range.OfResult);
    }
}
