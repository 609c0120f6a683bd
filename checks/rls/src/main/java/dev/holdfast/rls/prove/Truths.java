package dev.holdfast.rls.prove;

import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.solve.Formula;
import java.util.ArrayList;
import java.util.List;

/** When boolean expressions are true, false or NULL. */
final class Truths {
    private final Encoding encoding;

    Truths(Encoding encoding) {
        this.encoding = encoding;
    }

    /** When it is what. */
    Kleene of(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Junction it -> junction(it, scope);
            case Expression.Negation it -> of(it.of(), scope).not();
            case Expression.NullTest it -> nullTest(it, scope);
            case Expression.TruthTest it -> truthTest(it, scope);
            case Expression.Distinct it -> distinct(it, scope);
            case Expression.OverArray it -> encoding.placing().overArray(it, scope);
            case Expression.Exists it -> encoding.placing().exists(it.query(), scope);
            case Expression.Among it -> encoding.placing().among(it, scope);
            case Expression.Operation it -> encoding.calls().comparison(it, scope);
            case Expression.Coalesce it -> coalesce(it, scope);
            case Expression.Case it -> choice(it, scope);
            case Expression.Literal it -> literal(it);
            case Expression.Relabel it -> of(it.of(), scope);
            case Expression.ToDomain it -> of(it.of(), scope);
            case Expression.Call it -> truth(encoding.calls().result(it, scope), "function");
            case Expression.ColumnOf it -> truth(encoding.values().column(it, scope), "column");
            case Expression.Argument it -> truth(encoding.values().argument(it, scope), "argument");
            case Expression.SubqueryColumn it ->
                    truth(encoding.values().subqueryColumn(it, scope), "column");
            case Expression.CaseValue _ -> truth(encoding.values().caseValue(scope), "case");
            case Expression.ScalarOf it -> truth(encoding.placing().scalar(it, scope), "subquery");
            case Expression.NullIf _,
                    Expression.ThroughText _,
                    Expression.ArrayOf _,
                    Expression.ArrayCast _,
                    Expression.ArrayFrom _,
                    Expression.SessionValue _,
                    Expression.Other _ ->
                    open(expression);
        };
    }

    private Kleene open(Expression expression) {
        String what = Naming.of(expression, encoding.universe().catalog());
        encoding.ground().leaveOpen(what);
        return encoding.ground().kleene(what);
    }

    private Kleene truth(Item item, String what) {
        return switch (item) {
            case Item.Truth truth -> truth.kleene();
            case Item.Plain _ -> {
                encoding.ground().leaveOpen(what + " is no truth value");
                yield encoding.ground().kleene(what);
            }
        };
    }

    private Kleene junction(Expression.Junction it, Scope scope) {
        Kleene all = it.all() ? Kleene.TRUE : Kleene.FALSE;
        for (Expression each : it.parts()) {
            Kleene part = of(each, scope);
            all = it.all() ? all.and(part) : all.or(part);
        }
        return all;
    }

    private Kleene nullTest(Expression.NullTest it, Scope scope) {
        if (it.row()) {
            return open(it);
        }
        Kleene isNull =
                switch (encoding.values().item(it.of(), scope)) {
                    case Item.Plain plain -> Kleene.of(plain.term().isNull());
                    case Item.Truth truth ->
                            new Kleene(
                                    truth.kleene().neither(),
                                    Formula.or(truth.kleene().yes(), truth.kleene().no()),
                                    Formula.FALSE);
                };
        return it.negated() ? isNull.not() : isNull;
    }

    private Kleene truthTest(Expression.TruthTest it, Scope scope) {
        Kleene of = of(it.of(), scope);
        Kleene asked =
                switch (it.truth()) {
                    case TRUE -> new Kleene(of.yes(), of.notYes(), Formula.FALSE);
                    case FALSE -> new Kleene(of.no(), of.notNo(), Formula.FALSE);
                    case UNKNOWN ->
                            new Kleene(of.neither(), Formula.or(of.yes(), of.no()), Formula.FALSE);
                };
        return it.negated() ? asked.not() : asked;
    }

    private Kleene distinct(Expression.Distinct it, Scope scope) {
        Item left = encoding.values().item(it.left(), scope);
        Item right = encoding.values().item(it.right(), scope);
        if (!encoding.calls().isEquality(it.operator(), it.collation())) {
            return open(it);
        }
        return switch (left) {
            case Item.Plain one when right instanceof Item.Plain other ->
                    one.term().notDistinct(other.term()).not();
            case Item.Truth one when right instanceof Item.Truth other -> {
                Kleene a = one.kleene();
                Kleene b = other.kleene();
                Formula same =
                        Formula.or(
                                Formula.and(a.yes(), b.yes()),
                                Formula.and(a.no(), b.no()),
                                Formula.and(a.neither(), b.neither()));
                Formula differs =
                        Formula.or(
                                Formula.and(a.yes(), b.notYes()),
                                Formula.and(a.no(), b.notNo()),
                                Formula.and(a.neither(), Formula.or(b.yes(), b.no())));
                yield new Kleene(differs, same, Formula.FALSE);
            }
            case Item.Plain _, Item.Truth _ -> open(it);
        };
    }

    private Kleene coalesce(Expression.Coalesce it, Scope scope) {
        Formula yes = Formula.FALSE;
        Formula no = Formula.FALSE;
        Formula before = Formula.TRUE;
        for (Expression each : it.parts()) {
            Kleene part = of(each, scope);
            yes = Formula.or(yes, Formula.and(before, part.yes()));
            no = Formula.or(no, Formula.and(before, part.no()));
            before = Formula.and(before, part.neither());
        }
        return new Kleene(yes, no, before);
    }

    private Kleene choice(Expression.Case it, Scope scope) {
        Scope within =
                it.of()
                        .map(value -> scope.choosing(encoding.values().item(value, scope)))
                        .orElse(scope);
        Kleene result = of(it.otherwise(), scope);
        List<Expression.When> whens = new ArrayList<>(it.whens()).reversed();
        for (Expression.When each : whens) {
            result = Kleene.choice(of(each.condition(), within), of(each.result(), scope), result);
        }
        return result;
    }

    private static Kleene literal(Expression.Literal it) {
        if (it.type() != Types.BOOL || it.hex().isEmpty()) {
            return Kleene.NULL;
        }
        return it.hex().get().startsWith("00") ? Kleene.FALSE : Kleene.TRUE;
    }
}
