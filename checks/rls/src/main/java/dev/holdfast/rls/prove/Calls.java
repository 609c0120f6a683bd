package dev.holdfast.rls.prove;

import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Types;
import dev.holdfast.rls.solve.Formula;
import dev.holdfast.rls.solve.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results of functions and operators. */
final class Calls {
    // Functions in functions; behind it a result may be anything.
    private static final int DEEPEST = 8;
    // pg_collation.dat: what an argument of a function's body has until it is called.
    private static final long DEFAULT_COLLATION = 100;

    private final Encoding encoding;

    Calls(Encoding encoding) {
        this.encoding = encoding;
    }

    /** What a function gives. */
    Item result(Expression.Call it, Scope scope) {
        Session session = encoding.universe().session();
        Function function = encoding.universe().catalog().functions().get(it.function());
        if (it.function() == session.identity() && it.arguments().isEmpty()) {
            return session.identified()
                    ? new Item.Plain(
                            new Term(
                                    Session.USER,
                                    Formula.FALSE,
                                    Optional.of(new KnownText(KnownText.USER, false))))
                    : nobody(it, function, scope);
        }
        if (function == null) {
            return encoding.values().open(it);
        }
        if (function.definer() && session.byRole() && function.owner() == session.role().oid()) {
            // There current_user is the group, which is nobody of its members.
            return encoding.values().open(it);
        }
        if (isCatalogs(function) && function.name().equals("current_setting")) {
            return setting(it, scope);
        }
        Query body = encoding.universe().bodies().get(it.function());
        List<Item> arguments =
                it.arguments().stream().map(each -> encoding.values().item(each, scope)).toList();
        if (body != null && scope.depth() < DEEPEST && isBytes(it.collation())) {
            return body(it, function, body, arguments, scope);
        }
        return unknown(it, function, arguments, scope);
    }

    /**
     * Who asks where nobody does: as the function says when the settings that the spec does not
     * name are not set; NULL where it cannot be looked into, which is an assumption.
     */
    private Item nobody(Expression.Call it, @Nullable Function function, Scope scope) {
        Universe universe = encoding.universe();
        Query body = universe.bodies().get(it.function());
        if (body != null && function != null && universe.session().othersAnything()) {
            Universe unset = universe.with(universe.session().withoutOthers());
            // What is left open on the way to NULL says nothing of the question.
            Item alone = of(unset, new Ground(), it, function, body, scope);
            if (!(alone instanceof Item.Plain(Term term)) || !term.isNull().equals(Formula.TRUE)) {
                return of(unset, encoding.ground(), it, function, body, scope);
            }
        }
        return new Item.Plain(new Term(Session.USER, Formula.TRUE, Optional.empty()));
    }

    private static Item of(
            Universe universe,
            Ground ground,
            Expression.Call it,
            Function function,
            Query body,
            Scope scope) {
        return new Encoding(universe, ground).calls().body(it, function, body, List.of(), scope);
    }

    private Item body(
            Expression.Call it, Function function, Query body, List<Item> arguments, Scope scope) {
        Item result =
                encoding.placing()
                        .value(
                                body,
                                scope.body(
                                        arguments,
                                        executor(function, scope),
                                        collation(it.collation(), scope)),
                                it.type());
        if (!isAsDeclared(body, it.type())) {
            // 1.4 is returned as an integer, and is 1 then (sql-createfunction).
            result = encoding.values().converted(it.type(), result);
        }
        return function.strict() ? result.onlyIf(allThere(arguments)) : result;
    }

    /** Whether a body gives values of the type that its function returns, or of one like it. */
    private boolean isAsDeclared(Query body, long type) {
        return !body.targets().isEmpty()
                && encoding.values()
                        .constants()
                        .isOneFamily(Types.of(body.targets().getFirst()), type);
    }

    /** A body compares its arguments by the collation that they are given with. */
    static long collation(long own, Scope scope) {
        return own == DEFAULT_COLLATION && scope.collation() != 0 ? scope.collation() : own;
    }

    /** Whether texts are equal by it only when their bytes are. */
    private boolean isBytes(long collation) {
        return encoding.universe().catalog().isDeterministic(collation);
    }

    /** Whose rights count inside of a function. */
    Role executor(Function function, Scope scope) {
        Role owner = encoding.universe().catalog().roles().get(function.owner());
        return function.definer() && owner != null ? owner : scope.user();
    }

    /**
     * Holds when no argument is NULL: exact, so that where truth values are among them it is an
     * atom, and what is known of them is said of it.
     */
    private Formula allThere(List<Item> items) {
        List<Formula> nulls = new ArrayList<>();
        List<Formula> there = new ArrayList<>();
        boolean exact = true;
        for (Item each : items) {
            switch (each) {
                case Item.Plain(Term term) -> {
                    nulls.add(term.isNull());
                    there.add(Formula.not(term.isNull()));
                }
                case Item.Truth(Kleene kleene) -> {
                    exact = false;
                    nulls.add(kleene.neither());
                    there.add(Formula.or(kleene.yes(), kleene.no()));
                }
            }
        }
        if (exact) {
            return Formula.and(there);
        }
        Formula all = encoding.ground().atom("all arguments are there");
        encoding.ground().fact(Formula.implies(all, Formula.and(there)));
        encoding.ground().fact(Formula.or(all, Formula.or(nulls)));
        return all;
    }

    /** What a setting is: as the tenancy spec says, or anything, but always the same. */
    private Item setting(Expression.Call it, Scope scope) {
        Term name = encoding.values().term(it.arguments().getFirst(), scope);
        if (name.known().isEmpty() || !name.known().get().isConstant()) {
            return encoding.values().open(it);
        }
        String setting = name.known().get().template();
        return encoding.universe()
                .session()
                .setting(setting)
                .<Item>map(text ->
                        new Item.Plain(
                                encoding.values()
                                        .constants()
                                        .known(
                                                new KnownText(text, false),
                                                it.type(),
                                                Formula.FALSE)))
                .orElseGet(() ->
                        !encoding.universe().session().othersAnything()
                                ? new Item.Plain(
                                        new Term(
                                                new Value.Constant("null", "", false),
                                                Formula.TRUE,
                                                Optional.empty()))
                                : encoding.ground()
                                        .keep(
                                                List.of("setting", setting),
                                                () ->
                                                        encoding.unknown(
                                                                "setting " + setting, it.type())));
    }

    private static boolean isCatalogs(Function function) {
        return function.schema().equals("pg_catalog");
    }

    /**
     * A result of which nothing is known. What is not volatile gives the same for the same within
     * one statement, as long as it reads with the same rights.
     */
    private Item unknown(Expression.Call it, Function function, List<Item> arguments, Scope scope) {
        String name = Naming.function(function.oid(), encoding.universe().catalog());
        encoding.ground().leaveOpen(name);
        if (function.volatility() == 'v' || it.set()) {
            return encoding.unknown(name, it.type());
        }
        Item result =
                encoding.ground()
                        .keep(
                                List.of(
                                        "call",
                                        it.function(),
                                        arguments,
                                        scope.user().oid(),
                                        collation(it.collation(), scope)),
                                () -> encoding.unknown(name, it.type()));
        return function.strict() ? result.onlyIf(allThere(arguments)) : result;
    }

    /** An operator that gives a truth value. */
    Kleene comparison(Expression.Operation it, Scope scope) {
        if (it.arguments().size() == 2 && isComparison(it)) {
            Kleene same =
                    same(
                            encoding.values().item(it.arguments().get(0), scope),
                            encoding.values().item(it.arguments().get(1), scope));
            return isEquality(it.operator(), it.collation()) ? same : same.not();
        }
        if (it.type() != Types.BOOL) {
            encoding.ground().leaveOpen("an operator that gives no truth value");
            return encoding.ground().kleene("operator");
        }
        return switch (opaque(it, scope)) {
            case Item.Truth truth -> truth.kleene();
            case Item.Plain _ -> encoding.ground().kleene("operator");
        };
    }

    private boolean isComparison(Expression.Operation it) {
        return isEquality(it.operator(), it.collation())
                || (isBytes(it.collation()) && isNamed(it.operator(), "<>"));
    }

    private Kleene same(Item left, Item right) {
        if (left instanceof Item.Truth one && right instanceof Item.Truth other) {
            Kleene a = one.kleene();
            Kleene b = other.kleene();
            return new Kleene(
                    Formula.or(Formula.and(a.yes(), b.yes()), Formula.and(a.no(), b.no())),
                    Formula.or(Formula.and(a.yes(), b.no()), Formula.and(a.no(), b.yes())),
                    Formula.or(a.neither(), b.neither()));
        }
        return encoding.values().term(left).sameAs(encoding.values().term(right));
    }

    /** Whether an operator is the equality of values that are compared as they are here. */
    boolean isEquality(long oid, long collation) {
        return isBytes(collation) && isNamed(oid, "=");
    }

    private boolean isNamed(long oid, String name) {
        Operator operator = encoding.universe().catalog().operators().get(oid);
        if (operator == null
                || !operator.schema().equals("pg_catalog")
                || !operator.name().equals(name)) {
            return false;
        }
        Constants constants = encoding.values().constants();
        boolean arrays = isPolymorphic(operator.left());
        return arrays
                || (constants.isEquatable(operator.left())
                        && constants.isEquatable(operator.right())
                        && constants.isOneFamily(operator.left(), operator.right()));
    }

    /** The operators of enums and arrays are written for any of them (pg_operator.dat). */
    private boolean isPolymorphic(long type) {
        dev.holdfast.rls.catalog.Type known = encoding.universe().catalog().types().get(type);
        return known != null && (known.name().equals("anyenum") || known.name().equals("anyarray"));
    }

    /** An operator that gives something else. */
    Item operation(Expression.Operation it, Scope scope) {
        if (it.type() == Types.BOOL) {
            return new Item.Truth(comparison(it, scope));
        }
        Operator operator = encoding.universe().catalog().operators().get(it.operator());
        if (operator != null && it.arguments().size() == 2) {
            Term left = encoding.values().term(it.arguments().get(0), scope);
            Term key = encoding.values().term(it.arguments().get(1), scope);
            Optional<Term> part =
                    JsonParts.part(operator, left, key, encoding.values().constants(), it.type());
            if (part.isPresent()) {
                return new Item.Plain(part.get());
            }
        }
        return opaque(it, scope);
    }

    /** Operators are strict, all but a few that are none of PostgreSQL's own. */
    private Item opaque(Expression.Operation it, Scope scope) {
        List<Item> arguments =
                it.arguments().stream().map(each -> encoding.values().item(each, scope)).toList();
        Operator operator = encoding.universe().catalog().operators().get(it.operator());
        Function function =
                operator == null
                        ? null
                        : encoding.universe().catalog().functions().get(operator.function());
        String name = Naming.of(it, encoding.universe().catalog());
        encoding.ground().leaveOpen(name);
        if (function == null || function.volatility() == 'v') {
            return encoding.unknown(name, it.type());
        }
        Item result =
                encoding.ground()
                        .keep(
                                List.of(
                                        "operator",
                                        it.operator(),
                                        arguments,
                                        scope.user().oid(),
                                        collation(it.collation(), scope)),
                                () -> encoding.unknown(name, it.type()));
        return function.strict() ? result.onlyIf(allThere(arguments)) : result;
    }
}
