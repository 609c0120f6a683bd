package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Query.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what stands on a side of a comparison. */
final class Sides {
    private static final Side UNKNOWN = new Side.Unknown();
    private static final int CURRENT_ROLE = 9;
    private static final int USER = 11;
    private static final long FIRST_OF_USERS = 16_384;
    private static final String CLAIMS = "request.jwt.claims";
    private static final Set<String> SPLITTING =
            Set.of(
                    "string_to_array",
                    "string_to_table",
                    "regexp_split_to_array",
                    "regexp_split_to_table",
                    "unnest",
                    "jsonb_array_elements_text",
                    "json_array_elements_text");
    private static final Pattern CALL =
            Pattern.compile("current_setting\\s*+\\(\\s*+'([^']++)'", Pattern.CASE_INSENSITIVE);

    private final Catalog catalog;
    private final Map<Long, Query> bodies;

    Sides(Catalog catalog, Map<Long, Query> bodies) {
        this.catalog = catalog;
        this.bodies = Map.copyOf(bodies);
    }

    /** The body of a function of users. */
    Optional<Query> body(long function) {
        return function < FIRST_OF_USERS
                ? Optional.empty()
                : Optional.ofNullable(bodies.get(function));
    }

    boolean isEquality(long operator) {
        Operator it = catalog.operators().get(operator);
        return it != null && it.name().equals("=");
    }

    Side of(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.Relabel it -> of(it.of(), frame);
            case Expression.ThroughText it -> of(it.of(), frame);
            case Expression.ToDomain it -> of(it.of(), frame);
            case Expression.ArrayCast it -> of(it.of(), frame);
            case Expression.NullIf it -> of(it.left(), frame);
            case Expression.Coalesce it -> firstSession(it.parts(), frame);
            case Expression.Argument it ->
                    it.number() >= 1 && it.number() <= frame.arguments().size()
                            ? frame.arguments().get(it.number() - 1)
                            : UNKNOWN;
            case Expression.SubqueryColumn it ->
                    frame.asked()
                            .map(query -> target(query, it.number(), frame.in(query)))
                            .orElse(UNKNOWN);
            case Expression.ColumnOf it -> column(it, frame);
            case Expression.ScalarOf it -> target(it.query(), 1, frame.in(it.query()));
            case Expression.ArrayFrom it -> target(it.query(), 1, frame.in(it.query()));
            case Expression.SessionValue it ->
                    it.which() >= CURRENT_ROLE && it.which() <= USER
                            ? new Side.OfSession(new SaysWho.ByRole(), false)
                            : UNKNOWN;
            case Expression.Operation it -> part(it, frame);
            case Expression.Call it -> call(it, frame);
            default -> UNKNOWN;
        };
    }

    /** PostgREST's claims come before its older settings, one for each claim. */
    private Side firstSession(List<Expression> parts, Frame frame) {
        List<Side> all = parts.stream().map(each -> of(each, frame)).toList();
        return all.stream()
                .filter(each ->
                        each instanceof Side.OfSession it
                                && it.who().setting().filter(CLAIMS::equals).isPresent())
                .findFirst()
                .or(() -> all.stream().filter(Side.OfSession.class::isInstance).findFirst())
                .orElse(all.isEmpty() ? UNKNOWN : all.getFirst());
    }

    private Side target(Query query, int number, Frame inside) {
        return number >= 1 && number <= query.targets().size()
                ? of(query.targets().get(number - 1), inside)
                : UNKNOWN;
    }

    private Side column(Expression.ColumnOf it, Frame frame) {
        int at = frame.queries().size() - 1 - it.levelsUp();
        if (at < 0) {
            return frame.row()
                    .filter(_ -> at == -1)
                    .flatMap(row ->
                            row.column(it.number()).map(each -> (Side) new Side.OfRow(row, each)))
                    .orElse(UNKNOWN);
        }
        Query query = frame.queries().get(at);
        if (it.table() < 1 || it.table() > query.range().size()) {
            return UNKNOWN;
        }
        Frame there = frame.out(it.levelsUp());
        return switch (query.range().get(it.table() - 1)) {
            case Range.OfRelation range -> {
                Relation relation = catalog.relations().get(range.relation());
                yield relation == null
                        ? UNKNOWN
                        : relation.column(it.number())
                                .map(each ->
                                        (Side)
                                                new Side.OfTable(
                                                        new Side.Place(query, it.table()),
                                                        relation,
                                                        each))
                                .orElse(UNKNOWN);
            }
            case Range.OfJoin join ->
                    it.number() >= 1 && it.number() <= join.columns().size()
                            ? of(join.columns().get(it.number() - 1), there)
                            : UNKNOWN;
            case Range.OfQuery inner -> target(inner.query(), it.number(), there.in(inner.query()));
            case Range.OfFunctions functions ->
                    functions.functions().size() == 1
                            ? of(functions.functions().getFirst(), there)
                            : UNKNOWN;
            case Range.OfValues _, Range.OfResult _, Range.OfOther _ -> UNKNOWN;
        };
    }

    /** A part of JSON of the session. */
    private Side part(Expression.Operation it, Frame frame) {
        Operator operator = catalog.operators().get(it.operator());
        if (operator == null
                || !(operator.name().equals("->") || operator.name().equals("->>"))
                || it.arguments().size() != 2
                || !(of(it.arguments().getFirst(), frame) instanceof Side.OfSession json)) {
            return UNKNOWN;
        }
        Optional<String> name = Literals.text(it.arguments().get(1));
        if (name.isEmpty()) {
            return UNKNOWN;
        }
        List<String> path = new ArrayList<>();
        SaysWho base = json.who();
        if (base instanceof SaysWho.ByClaim claim) {
            path.addAll(claim.path());
            base = claim.of();
        }
        path.add(name.get());
        return new Side.OfSession(new SaysWho.ByClaim(base, path), json.several());
    }

    private Side call(Expression.Call it, Frame frame) {
        Function function = catalog.functions().get(it.function());
        if (function == null) {
            return UNKNOWN;
        }
        if (function.schema().equals("pg_catalog")) {
            return builtIn(function, it, frame);
        }
        Optional<Side> inside =
                frame.isTooDeep()
                        ? Optional.empty()
                        : body(function.oid())
                                .map(query -> {
                                    Frame called = frame.called(arguments(it, frame));
                                    return target(query, 1, called.in(query));
                                });
        if (inside.orElse(UNKNOWN) instanceof Side.OfTable) {
            return inside.orElseThrow();
        }
        if (!it.arguments().isEmpty()) {
            return inside.orElse(UNKNOWN);
        }
        Optional<SaysWho> reads =
                inside.filter(Side.OfSession.class::isInstance)
                        .map(each -> ((Side.OfSession) each).who())
                        .or(() -> platform(function))
                        .or(() -> inSource(function));
        return reads.isEmpty() && !function.schema().equals("auth")
                ? UNKNOWN
                : new Side.OfSession(
                        new SaysWho.ByFunction(SqlText.call(function), reads),
                        it.set()
                                || function.returnsSet()
                                || isArray(function.returnType())
                                || (inside.orElse(UNKNOWN) instanceof Side.OfSession said
                                        && said.several()));
    }

    private boolean isArray(long type) {
        return Optional.ofNullable(catalog.types().get(type))
                .filter(each -> each.element() != 0)
                .isPresent();
    }

    List<Side> arguments(Expression.Call it, Frame frame) {
        return it.arguments().stream().map(each -> of(each, frame)).toList();
    }

    private Side builtIn(Function function, Expression.Call it, Frame frame) {
        if (it.arguments().isEmpty()) {
            return UNKNOWN;
        }
        Expression first = it.arguments().getFirst();
        if (function.name().equals("current_setting")) {
            return Literals.text(first)
                    .map(name -> (Side) new Side.OfSession(new SaysWho.BySetting(name), false))
                    .orElse(UNKNOWN);
        }
        Side inner = of(first, frame);
        if (SPLITTING.contains(function.name())) {
            return inner instanceof Side.OfSession session
                    ? new Side.OfSession(session.who(), true)
                    : inner;
        }
        boolean isCast =
                it.arguments().size() == 1
                        && catalog.types().values().stream()
                                .anyMatch(each ->
                                        each.schema().equals("pg_catalog")
                                                && each.name().equals(function.name()));
        return isCast ? inner : UNKNOWN;
    }

    /** What Supabase's functions read (its documentation, Row Level Security, helper functions). */
    private static Optional<SaysWho> platform(Function function) {
        SaysWho claims = new SaysWho.BySetting(CLAIMS);
        return switch (function.schema() + "." + function.name()) {
            case "auth.uid" -> Optional.of(new SaysWho.ByClaim(claims, List.of("sub")));
            case "auth.jwt" -> Optional.of(claims);
            case "auth.role" -> Optional.of(new SaysWho.ByClaim(claims, List.of("role")));
            case "auth.email" -> Optional.of(new SaysWho.ByClaim(claims, List.of("email")));
            default -> Optional.empty();
        };
    }

    /** A body that is not looked into may still name the one setting that it reads. */
    private static Optional<SaysWho> inSource(Function function) {
        List<String> names =
                CALL.matcher(function.source())
                        .results()
                        .map(each -> each.group(1))
                        .distinct()
                        .toList();
        return names.size() == 1 && !names.getFirst().equals(CLAIMS)
                ? Optional.of(new SaysWho.BySetting(names.getFirst()))
                : Optional.empty();
    }
}
