package dev.holdfast.rls.propose;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.ExpressionReader;
import dev.holdfast.rls.expression.Inside;
import dev.holdfast.rls.expression.Query;
import dev.holdfast.rls.expression.Query.From;
import dev.holdfast.rls.expression.Query.Range;
import dev.holdfast.rls.tree.BadTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects what the policies of some tables compare, through the functions that they call. */
final class Comparisons {
    private final Catalog catalog;
    private final Sides sides;
    private final Written written;
    private final Set<Comparison> found = new LinkedHashSet<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Map<Side.Place, List<Named>> named = new LinkedHashMap<>();
    private final Map<Side.Place, List<Linked>> linked = new LinkedHashMap<>();

    Comparisons(Catalog catalog, Map<Long, Query> bodies) {
        this.catalog = catalog;
        this.sides = new Sides(catalog, bodies);
        this.written = new Written(catalog);
    }

    /** That a column of a row of a table is who asks. */
    private record Named(Relation relation, Column column, SaysWho who) {}

    /** That a column of a row of a table is another's. */
    private record Linked(Column column, Relation to, Column of) {}

    /** All of them. */
    Set<Comparison> found() {
        return found;
    }

    /** How they write who asks. */
    Written written() {
        return written;
    }

    /** The policies that could not be read. */
    List<String> unreadable() {
        return unreadable;
    }

    void look(Relation table) {
        for (Policy policy : catalog.policiesOf(table.oid())) {
            Stream.of(policy.using(), policy.check())
                    .flatMap(Optional::stream)
                    .map(Stored::tree)
                    .distinct()
                    .forEach(tree -> look(policy, table, tree));
        }
    }

    private void look(Policy policy, Relation table, String tree) {
        named.clear();
        linked.clear();
        try {
            visit(ExpressionReader.read(tree), Frame.of(table), policy);
        } catch (BadTree unknown) {
            unreadable.add(table.fullName() + ":" + policy.name());
        }
        named.forEach((place, names) -> {
            for (Named name : names) {
                for (Linked link : linked.getOrDefault(place, List.of())) {
                    found.add(
                            new Comparison.WithMembers(
                                    policy,
                                    link.to(),
                                    link.of(),
                                    name.relation(),
                                    name.column(),
                                    link.column(),
                                    name.who()));
                }
            }
        });
    }

    private void visit(Expression expression, Frame frame, Policy policy) {
        switch (expression) {
            case Expression.Operation it
                    when it.arguments().size() == 2 && sides.isEquality(it.operator()) ->
                    both(it.arguments().getFirst(), it.arguments().get(1), frame, policy);
            case Expression.OverArray it when it.any() && sides.isEquality(it.operator()) ->
                    over(it, frame, policy);
            case Expression.Call it when !frame.isTooDeep() ->
                    sides.body(it.function())
                            .ifPresent(body ->
                                    visit(body, frame.called(sides.arguments(it, frame)), policy));
            case Expression.Exists it -> visit(it.query(), frame, policy);
            case Expression.ScalarOf it -> visit(it.query(), frame, policy);
            case Expression.ArrayFrom it -> visit(it.query(), frame, policy);
            case Expression.Among it -> {
                visit(it.query(), frame, policy);
                if (it.any()) {
                    visit(it.test(), frame.comparingWith(it.query()), policy);
                }
                return;
            }
            default -> {}
        }
        for (Expression each : Inside.children(expression)) {
            visit(each, frame, policy);
        }
    }

    private void visit(Query query, Frame around, Policy policy) {
        Frame frame = around.in(query);
        query.targets().forEach(each -> visit(each, frame, policy));
        visit(query.from(), frame, policy);
        for (Range each : query.range()) {
            switch (each) {
                case Range.OfQuery it -> visit(it.query(), frame, policy);
                case Range.OfFunctions it ->
                        it.functions().forEach(call -> visit(call, frame, policy));
                case Range.OfValues _,
                        Range.OfRelation _,
                        Range.OfJoin _,
                        Range.OfResult _,
                        Range.OfOther _ -> {}
            }
        }
    }

    private void visit(From from, Frame frame, Policy policy) {
        switch (from) {
            case From.Entry _ -> {}
            case From.Join it -> {
                it.on().ifPresent(each -> visit(each, frame, policy));
                visit(it.left(), frame, policy);
                visit(it.right(), frame, policy);
            }
            case From.Product it -> {
                it.where().ifPresent(each -> visit(each, frame, policy));
                it.parts().forEach(each -> visit(each, frame, policy));
            }
        }
    }

    private void both(Expression left, Expression right, Frame frame, Policy policy) {
        Side one = sides.of(left, frame);
        Side other = sides.of(right, frame);
        written.look(left, one, false);
        written.look(right, other, false);
        pair(one, other, policy);
        pair(other, one, policy);
    }

    private void over(Expression.OverArray it, Frame frame, Policy policy) {
        Side one = sides.of(it.scalar(), frame);
        Side array = sides.of(it.array(), frame);
        Side other =
                array instanceof Side.OfSession session
                        ? new Side.OfSession(session.who(), true)
                        : array;
        written.look(it.array(), array, true);
        pair(one, other, policy);
        pair(other, one, policy);
    }

    private void pair(Side one, Side other, Policy policy) {
        switch (one) {
            case Side.OfRow row when other instanceof Side.OfSession session ->
                    found.add(
                            new Comparison.WithSession(
                                    policy,
                                    row.relation(),
                                    row.column(),
                                    session.who(),
                                    session.several()));
            case Side.OfTable table when other instanceof Side.OfSession session ->
                    named.computeIfAbsent(table.place(), _ -> new ArrayList<>())
                            .add(new Named(table.relation(), table.column(), session.who()));
            case Side.OfTable table when other instanceof Side.OfRow row ->
                    linked.computeIfAbsent(table.place(), _ -> new ArrayList<>())
                            .add(new Linked(table.column(), row.relation(), row.column()));
            case Side.OfTable table
                    when other instanceof Side.OfTable to && !to.place().equals(table.place()) ->
                    linked.computeIfAbsent(table.place(), _ -> new ArrayList<>())
                            .add(new Linked(table.column(), to.relation(), to.column()));
            case Side.OfRow _, Side.OfTable _, Side.OfSession _, Side.Unknown _ -> {}
        }
    }
}
