package dev.holdfast.rls.difference;

import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.expression.ExpressionReader;
import dev.holdfast.rls.prove.Moment;
import dev.holdfast.rls.prove.Reaching;
import dev.holdfast.rls.solve.Solver;
import dev.holdfast.rls.tree.BadTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one role reaches other rows after a change: by a proof over both catalogues, and by what
 * was added and dropped where the proof leaves it open.
 */
final class RowsAsked {
    // pg_type.dat; another type's values may be empty, which this identity is taken not to be.
    private static final long UUID = 2950;

    private final Version before;
    private final Version after;
    private final String role;
    private final Solver solver;
    private final Map<Function, Boolean> same = new HashMap<>();
    private final Numbers numbers;
    private final Moment old;
    private final Moment now;
    private final boolean comparable;

    RowsAsked(Version before, Version after, String role, Solver solver) {
        this.before = before;
        this.after = after;
        this.role = role;
        this.solver = solver;
        this.numbers = new Numbers(before.catalog(), after.catalog(), this::isSame);
        Catalog renumbered = Renumbered.of(before.catalog(), after.catalog(), numbers);
        this.old = Moment.of(renumbered, Renumbered.bodies(before.bodies(), numbers));
        this.now = Moment.of(after.catalog(), after.bodies());
        // What PostgreSQL's own things are numbered is the same within a major version.
        this.comparable =
                before.catalog().server().major() == after.catalog().server().major()
                        && after.catalog().role(role).isPresent();
    }

    /** A function is the same when everything that it rests on is. */
    private boolean isSame(Function one, Function other) {
        return same.computeIfAbsent(
                one,
                _ -> {
                    Closure ours = before.closure();
                    Closure theirs = after.closure();
                    before.role(role).ifPresent(each -> ours.function(one.oid(), each));
                    after.role(role).ifPresent(each -> theirs.function(other.oid(), each));
                    return ours.said().equals(theirs.said());
                });
    }

    /** The answer: SAME only when neither catalogue can show a row that the other does not. */
    Direction ask(Relation was, Relation is, Command command, Direction written) {
        if (!comparable) {
            return written;
        }
        try {
            Relation table = old.catalog().relations().get(numbers.relation(was.oid()));
            if (table == null) {
                return written;
            }
            Reaching.Found opened =
                    new Reaching(now, old, true, identity(), solver).of(is, table, role, command);
            Reaching.Found closed =
                    new Reaching(old, now, false, identity(), solver).of(is, table, role, command);
            if (opened.verdict() == Reaching.Verdict.NONE) {
                return closed.verdict() == Reaching.Verdict.NONE
                        ? Direction.SAME
                        : Direction.NARROWER;
            }
            boolean shown = opened.verdict() == Reaching.Verdict.SOME && opened.open().isEmpty();
            return shown ? Direction.WIDER : written;
        } catch (BadTree unreadable) {
            return written;
        }
    }

    /** Supabase's function that says who asks, when it is the same in both. */
    private long identity() {
        return before.catalog().functions().values().stream()
                .filter(each -> each.schema().equals("auth") && each.name().equals("uid"))
                .filter(each -> each.argumentTypes().isEmpty() && each.returnType() == UUID)
                .mapToLong(each -> numbers.function(each.oid()))
                .filter(each -> now.catalog().functions().containsKey(each))
                .findFirst()
                .orElse(0);
    }

    /** Which way policies of the same name went, by how their expressions are written. */
    Direction written(Gate was, Gate is, Direction byRule) {
        if (byRule != Direction.UNKNOWN) {
            return byRule;
        }
        Map<String, Policy> olds = byName(was);
        Map<String, Policy> news = byName(is);
        Direction all = Direction.SAME;
        for (Map.Entry<String, Policy> each : olds.entrySet()) {
            Policy other = news.get(each.getKey());
            all =
                    all.and(
                            other == null
                                    ? gone(each.getValue())
                                    : one(each.getValue(), other, was.command()));
        }
        for (Map.Entry<String, Policy> each : news.entrySet()) {
            if (!olds.containsKey(each.getKey())) {
                all = all.and(gone(each.getValue()).reversed());
            }
        }
        return all;
    }

    private static Direction gone(Policy policy) {
        return policy.permissive() ? Direction.NARROWER : Direction.WIDER;
    }

    private static Map<String, Policy> byName(Gate gate) {
        Map<String, Policy> byName = new HashMap<>();
        gate.policies().forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private Direction one(Policy was, Policy is, Command command) {
        if (was.permissive() != is.permissive()) {
            return Direction.UNKNOWN;
        }
        Direction all = Direction.SAME;
        for (Gate.Side side : Gate.Side.values()) {
            if (RowRule.concerns(command, side)) {
                all = all.and(one(Gate.demand(was, side), Gate.demand(is, side)));
            }
        }
        return all;
    }

    private Direction one(Optional<Stored> was, Optional<Stored> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return was.isEmpty() && is.isEmpty() ? Direction.SAME : Direction.UNKNOWN;
        }
        try {
            return Direction.of(
                    ExpressionReader.read(numbers.tree(was.get().tree())),
                    ExpressionReader.read(is.get().tree()));
        } catch (BadTree unreadable) {
            return Direction.UNKNOWN;
        }
    }
}
