package dev.holdfast.rls.difference;

import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Stored;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the policies of one command say, by names, and all that they rest on.
 *
 * @param enforced whether policies count
 * @param permissive what each demands
 * @param restrictive the same
 * @param rests on what, by name
 */
record RowRule(
        boolean enforced,
        Set<String> permissive,
        Set<String> restrictive,
        Map<String, String> rests) {

    static RowRule of(Version version, long role, Optional<Gate> gate) {
        if (gate.isEmpty()) {
            return new RowRule(false, Set.of(), Set.of(), Map.of());
        }
        Closure closure = version.closure();
        Command command = gate.get().command();
        return new RowRule(
                true,
                demands(gate.get().permissive(), command, closure, role),
                demands(gate.get().restrictive(), command, closure, role),
                closure.said());
    }

    private static Set<String> demands(
            List<Policy> policies, Command command, Closure closure, long role) {
        return policies.stream()
                .map(each ->
                        Stream.of(Gate.Side.values())
                                .filter(side -> concerns(command, side))
                                .map(side ->
                                        Gate.demand(each, side)
                                                .map((Stored it) -> closure.expression(it, role))
                                                .orElse(""))
                                .collect(Collectors.joining("\n--\n")))
                .collect(Collectors.toSet());
    }

    static boolean concerns(Command command, Gate.Side side) {
        return switch (command) {
            case SELECT, DELETE -> side == Gate.Side.OLD;
            case INSERT -> side == Gate.Side.NEW;
            case UPDATE, ALL -> true;
        };
    }

    /** Which way it went to another, by what was added and dropped alone. */
    Direction to(RowRule after) {
        if (!enforced || !after.enforced()) {
            return enforced == after.enforced()
                    ? Direction.SAME
                    : enforced ? Direction.WIDER : Direction.NARROWER;
        }
        if (!restsOnTheSame(after)) {
            return Direction.UNKNOWN;
        }
        Direction direction =
                Direction.of(permissive, after.permissive())
                        .and(Direction.of(restrictive, after.restrictive()).reversed());
        return direction == Direction.SAME && !rests.equals(after.rests())
                ? Direction.UNKNOWN
                : direction;
    }

    /** Whether nothing that both rest on has changed. */
    boolean restsOnTheSame(RowRule after) {
        Set<String> both = new HashSet<>(rests.keySet());
        both.retainAll(after.rests().keySet());
        return both.stream()
                .allMatch(each -> Objects.equals(after.rests().get(each), rests.get(each)));
    }
}
