package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What expressions are. */
final class Values {
    private static final int CURRENT_ROLE = 9;
    private static final int USER = 11;

    private final Encoding encoding;
    private final Constants constants;

    Values(Encoding encoding) {
        this.encoding = encoding;
        this.constants = new Constants(encoding.universe().catalog());
    }

    /** What it is. */
    Item item(Expression expression, Scope scope) {
        if (Types.of(expression) == Types.BOOL && isReadAsTruth(expression)) {
            return new Item.Truth(encoding.truths().of(expression, scope));
        }
        return switch (expression) {
            case Expression.ColumnOf it -> column(it, scope);
            case Expression.Argument it -> argument(it, scope);
            case Expression.SubqueryColumn it -> subqueryColumn(it, scope);
            case Expression.CaseValue _ -> caseValue(scope);
            case Expression.Literal it -> new Item.Plain(constants.of(it));
            case Expression.Relabel it -> relabel(it, scope);
            case Expression.ToDomain it -> item(it.of(), scope);
            case Expression.ThroughText it -> throughText(it, scope);
            case Expression.ArrayCast it -> arrayCast(it, scope);
            case Expression.Coalesce it -> coalesce(it, scope);
            case Expression.Case it -> choice(it, scope);
            case Expression.NullIf it -> nullIf(it, scope);
            case Expression.Call it -> encoding.calls().result(it, scope);
            case Expression.Operation it -> encoding.calls().operation(it, scope);
            case Expression.ScalarOf it -> encoding.placing().scalar(it, scope);
            case Expression.SessionValue it -> sessionValue(it, scope);
            case Expression.OverArray _,
                    Expression.Junction _,
                    Expression.Negation _,
                    Expression.NullTest _,
                    Expression.TruthTest _,
                    Expression.Distinct _,
                    Expression.Exists _,
                    Expression.Among _,
                    Expression.ArrayOf _,
                    Expression.ArrayFrom _,
                    Expression.Other _ ->
                    open(expression);
        };
    }

    private static boolean isReadAsTruth(Expression expression) {
        return !(expression instanceof Expression.ColumnOf
                || expression instanceof Expression.Argument
                || expression instanceof Expression.SubqueryColumn
                || expression instanceof Expression.CaseValue
                || expression instanceof Expression.Call
                || expression instanceof Expression.ScalarOf);
    }

    /** A value of which nothing is known, and that is said. */
    Item open(Expression expression) {
        String what = Naming.of(expression, encoding.universe().catalog());
        encoding.ground().leaveOpen(what);
        return encoding.unknown(what, Types.of(expression));
    }

    /** The term of an expression that is no truth value. */
    Term term(Expression expression, Scope scope) {
        return term(item(expression, scope));
    }

    /** The term of an item; a truth value as a value is not looked into. */
    Term term(Item item) {
        return switch (item) {
            case Item.Plain plain -> plain.term();
            case Item.Truth _ -> {
                encoding.ground().leaveOpen("a truth value that is compared as a value");
                yield encoding.ground().term("truth value");
            }
        };
    }

    Item column(Expression.ColumnOf it, Scope scope) {
        if (it.levelsUp() >= scope.levels().size()) {
            return open(it);
        }
        Source source = scope.levels().get(it.levelsUp()).get(it.table());
        Scope there =
                new Scope(
                        scope.levels().subList(it.levelsUp(), scope.levels().size()),
                        scope.arguments(),
                        scope.subquery(),
                        scope.caseValue(),
                        scope.role(),
                        scope.user(),
                        scope.depth(),
                        scope.collation());
        return source == null ? open(it) : column(source, it, there);
    }

    private Item column(Source source, Expression.ColumnOf it, Scope there) {
        return switch (source) {
            case Source.OfRow row -> {
                Item item = row.row().columns().get(it.number());
                yield item == null ? open(it) : item;
            }
            case Source.OfItems items ->
                    it.number() >= 1 && it.number() <= items.items().size()
                            ? items.items().get(it.number() - 1)
                            : open(it);
            case Source.OfJoin join ->
                    it.number() >= 1 && it.number() <= join.columns().size()
                            ? item(join.columns().get(it.number() - 1), there)
                            : open(it);
            case Source.Missing missing -> column(missing.of(), it, there).onlyIf(missing.there());
            case Source.Opaque _ -> open(it);
        };
    }

    Item argument(Expression.Argument it, Scope scope) {
        return it.number() >= 1 && it.number() <= scope.arguments().size()
                ? scope.arguments().get(it.number() - 1)
                : open(it);
    }

    Item subqueryColumn(Expression.SubqueryColumn it, Scope scope) {
        return it.number() >= 1 && it.number() <= scope.subquery().size()
                ? scope.subquery().get(it.number() - 1)
                : open(it);
    }

    Item caseValue(Scope scope) {
        return scope.caseValue()
                .orElseGet(() -> new Item.Plain(encoding.ground().term("the value of a CASE")));
    }

    /** The same bytes; the same value only where both types are equal by the same rule. */
    private Item relabel(Expression.Relabel it, Scope scope) {
        Item of = item(it.of(), scope);
        return of instanceof Item.Plain(Term term)
                        && !constants.isOneFamily(Types.of(it.of()), it.type())
                ? cast(it.type(), term)
                : of;
    }

    private Item throughText(Expression.ThroughText it, Scope scope) {
        if (it.type() == Types.BOOL) {
            return open(it);
        }
        Term of = term(it.of(), scope);
        if (constants.isJson(Types.of(it.of())) && !constants.isJson(it.type())) {
            // jsonb writes what it holds in a form of its own: {"a": 1}.
            return cast(it.type(), of);
        }
        boolean written = constants.isText(it.type()) || constants.isJson(it.type());
        if (of.known().isPresent() && !of.known().get().read()) {
            KnownText text = of.known().get();
            if (!written && text.isUser() && usersAreTexts()) {
                // 007 as an integer is 7, who is somebody else.
                return cast(it.type(), of);
            }
            KnownText read = new KnownText(text.template(), constants.isJson(it.type()), !written);
            return new Item.Plain(constants.known(read, it.type(), of.isNull()));
        }
        if (constants.isWrittenInOneWay(Types.of(it.of())) && constants.isText(it.type())) {
            return new Item.Plain(new Term(of.value(), of.isNull(), Optional.empty()));
        }
        return cast(it.type(), of);
    }

    /** Whether users are told apart by texts, and not by what a text is read as. */
    private boolean usersAreTexts() {
        Function identity = encoding.universe().catalog().functions().get(session().identity());
        if (identity != null) {
            return constants.isText(identity.returnType());
        }
        return session().byRole()
                || encoding.universe()
                        .spec()
                        .identity()
                        .map(each -> constants.isText(Types.of(each)))
                        .orElse(false);
    }

    private Session session() {
        return encoding.universe().session();
    }

    /** The same value is always cast to the same one; nothing else is known of it. */
    private Item cast(long type, Term of) {
        return encoding.ground()
                .keep(
                        List.of("cast", type, of.value(), of.isNull()),
                        () ->
                                new Item.Plain(
                                        new Term(
                                                encoding.ground().value("cast"),
                                                of.isNull(),
                                                Optional.empty())));
    }

    /** What a value is as another type, to which PostgreSQL casts it. */
    Item converted(long type, Item item) {
        return switch (item) {
            case Item.Plain(Term term) when type != Types.BOOL -> cast(type, term);
            case Item.Plain _, Item.Truth _ -> {
                encoding.ground().leaveOpen("a result that is cast");
                yield encoding.unknown("a result that is cast", type);
            }
        };
    }

    private Item arrayCast(Expression.ArrayCast it, Scope scope) {
        return cast(it.type(), term(it.of(), scope));
    }

    private Item coalesce(Expression.Coalesce it, Scope scope) {
        List<Term> parts = new ArrayList<>();
        for (Expression each : it.parts()) {
            parts.add(term(each, scope));
            if (parts.getLast().isNull().equals(Formula.FALSE)) {
                break;
            }
        }
        List<Term> possible =
                parts.stream().filter(each -> !each.isNull().equals(Formula.TRUE)).toList();
        if (possible.size() < 2) {
            return new Item.Plain(possible.isEmpty() ? parts.getFirst() : possible.getFirst());
        }
        Value value = encoding.ground().value("coalesce");
        Formula before = Formula.TRUE;
        for (Term each : possible) {
            encoding.ground()
                    .fact(
                            Formula.implies(
                                    Formula.and(before, Formula.not(each.isNull())),
                                    Formula.same(value, each.value())));
            before = Formula.and(before, each.isNull());
        }
        return new Item.Plain(new Term(value, before, Optional.empty()));
    }

    private Item choice(Expression.Case it, Scope scope) {
        Scope within = it.of().map(value -> scope.choosing(item(value, scope))).orElse(scope);
        Term result = encoding.ground().term("case");
        List<Formula> branches = new ArrayList<>();
        Formula before = Formula.TRUE;
        for (Expression.When each : it.whens()) {
            Kleene condition = encoding.truths().of(each.condition(), within);
            branches.add(
                    Formula.and(before, condition.yes(), is(result, term(each.result(), scope))));
            before = Formula.and(before, condition.notYes());
        }
        branches.add(Formula.and(before, is(result, term(it.otherwise(), scope))));
        encoding.ground().fact(Formula.or(branches));
        return new Item.Plain(result);
    }

    /** That a term is another one, NULL included. */
    private static Formula is(Term term, Term other) {
        return term.notDistinct(other).yes();
    }

    private Item nullIf(Expression.NullIf it, Scope scope) {
        if (it.type() == Types.BOOL
                || !encoding.calls().isEquality(it.operator(), it.collation())) {
            return open(it);
        }
        Term left = term(it.left(), scope);
        Term right = term(it.right(), scope);
        Optional<KnownText> known = left.known();
        boolean differs =
                known.isPresent()
                        && right.known().map(KnownText::template).orElse("?").isEmpty()
                        && !known.get().template().isEmpty()
                        && !known.get().template().contains(KnownText.TENANTS);
        return new Item.Plain(
                differs
                        ? left
                        : new Term(
                                left.value(),
                                Formula.or(left.isNull(), left.sameAs(right).yes()),
                                known));
    }

    private Item sessionValue(Expression.SessionValue it, Scope scope) {
        Session session = encoding.universe().session();
        if (it.which() >= CURRENT_ROLE && it.which() <= USER) {
            boolean asks = scope.user().oid() == session.role().oid();
            return new Item.Plain(
                    asks && session.byRole()
                            ? new Term(
                                    Session.USER,
                                    Formula.FALSE,
                                    Optional.of(new KnownText(KnownText.USER, false)))
                            : constants.text(scope.user().name()));
        }
        return encoding.ground()
                .keep(
                        List.of("session", it.which()),
                        () -> encoding.unknown("a value of the session", it.type()));
    }

    Constants constants() {
        return constants;
    }
}
