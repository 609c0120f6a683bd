package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.Gate;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import dev.holdfast.rls.expression.Expression;
import dev.holdfast.rls.expression.Inside;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Pitfall 30: whoever writes the table that policies ask decides what they answer. */
final class MembershipWritable implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "membership-writable",
                    "The table that policies ask can be written",
                    Severity.HIGH,
                    "A policy asks another table, and an exposed role may write rows there in which "
                            + "columns that the policy looks at are free. Medium where only a "
                            + "function's text tells that the table is asked; low where the write "
                            + "policies ask a table or function of the application, too.",
                    "A user inserts himself into another tenant's members, or makes himself"
                            + " an administrator, and the policy lets him in (measured).",
                    "Let the write policy of the asked table look at these columns as well "
                            + "(who may invite whom), or write it only through a function that "
                            + "checks.",
                    Explained.cwe(269),
                    Explained.asvs("8.2.2"),
                    Explained.asvs("8.4.1"),
                    Explained.manual("sql-createpolicy"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<Long, Asked> asked = new LinkedHashMap<>();
        for (Policy policy : scene.policies()) {
            for (Expression each : scene.expressions().of(policy)) {
                scene.guards()
                        .relations(each)
                        .forEach((oid, columns) ->
                                asked.computeIfAbsent(oid, _ -> new Asked())
                                        .add(scene.subject(policy), columns, true));
            }
            for (long oid : scene.guards().functions(policy)) {
                Function function = scene.catalog().functions().get(oid);
                if (function != null) {
                    scene.around()
                            .functions()
                            .of(function)
                            .keySet()
                            .forEach(each ->
                                    asked.computeIfAbsent(each, _ -> new Asked())
                                            .add(
                                                    scene.subject(policy),
                                                    named(scene, function, each),
                                                    false));
                }
            }
        }
        List<Found> found = new ArrayList<>();
        asked.forEach((oid, how) -> {
            Relation table = scene.catalog().relations().get(oid);
            if (table != null && table.kind().isTable() && !table.schema().equals("auth")) {
                look(scene, table, how).ifPresent(found::add);
            }
        });
        return found;
    }

    /** How a table is asked by policies. */
    private static final class Asked {
        private final Set<String> policies = new LinkedHashSet<>();
        private final Set<Integer> columns = new TreeSet<>();
        private boolean certain;

        void add(String policy, Set<Integer> more, boolean sure) {
            policies.add(policy);
            columns.addAll(more);
            certain |= sure;
        }
    }

    /** The columns whose names stand in a function's text. */
    private static Set<Integer> named(Scene scene, Function function, long relation) {
        Relation table = scene.catalog().relations().get(relation);
        Set<Integer> columns = new TreeSet<>();
        if (table != null) {
            for (Column each : table.columns()) {
                if (Pattern.compile("\\b" + Pattern.quote(each.name()) + "\\b")
                        .matcher(function.source())
                        .find()) {
                    columns.add(each.number());
                }
            }
        }
        return columns;
    }

    /**
     * Whether every write policy of the table that counts for the role asks a table or a function
     * of the application, too: then somebody decided who may write, which is for the proof to
     * judge.
     */
    private static boolean isDecided(Scene scene, long role, Relation table, Privilege privilege) {
        if (scene.access().enforcement(role, table) != Enforcement.ENFORCED) {
            return false;
        }
        Gate gate = scene.access().gate(role, table, privilege.command().orElseThrow());
        return gate.restrictive().stream().anyMatch(each -> asksApplication(scene, each))
                || gate.permissive().stream().allMatch(each -> asksApplication(scene, each));
    }

    private static boolean asksApplication(Scene scene, Policy policy) {
        boolean[] asks = {false};
        scene.expressions()
                .demand(policy, Side.NEW)
                .ifPresent(demand -> {
                    asks[0] = !scene.guards().relations(demand).isEmpty();
                    Inside.each(
                            demand,
                            (part, _) ->
                                    asks[0] |=
                                            part instanceof Expression.Call call
                                                    && call.function() >= 16384
                                                    && !scene.words().asksSession(call));
                });
        return asks[0];
    }

    private static Optional<Found> look(Scene scene, Relation table, Asked asked) {
        Set<Integer> free = new TreeSet<>();
        Set<Long> roles = new LinkedHashSet<>();
        Set<Privilege> privileges = new TreeSet<>();
        boolean decided = true;
        for (Privilege each : List.of(Privilege.INSERT, Privilege.UPDATE)) {
            for (long role : scene.holders(table, each)) {
                Set<Integer> here = free(scene, role, table, each, asked.columns);
                if (!here.isEmpty()) {
                    free.addAll(here);
                    roles.add(role);
                    privileges.add(each);
                    decided &= isDecided(scene, role, table, each);
                }
            }
        }
        if (free.isEmpty()) {
            return Optional.empty();
        }
        List<Long> all = List.copyOf(roles);
        Found one =
                Found.of(
                                table.fullName(),
                                table.fullName(),
                                String.join(", ", scene.names(all))
                                        + " may choose "
                                        + ReferenceOracle.columns(table, List.copyOf(free))
                                        + " in rows of "
                                        + table.fullName()
                                        + (asked.certain
                                                ? ", which policies ask"
                                                : ", which policies may ask"))
                        .with("roles", scene.names(all))
                        .with("policies", asked.policies)
                        .with("columns", List.of(ReferenceOracle.columns(table, List.copyOf(free))))
                        .with(
                                "grants",
                                scene.grants(all, table, privileges.toArray(Privilege[]::new)));
        if (decided) {
            return Optional.of(one.as(Severity.LOW));
        }
        return Optional.of(asked.certain ? one : one.as(Severity.MEDIUM));
    }

    /** The columns asked for that the role may fill as it likes. */
    private static Set<Integer> free(
            Scene scene, long role, Relation table, Privilege privilege, Set<Integer> asked) {
        Set<Integer> free = new TreeSet<>(asked);
        // What is unique by itself cannot be given a value that another row has.
        scene.catalog().indexesOf(table.oid()).stream()
                .filter(each -> each.unique() && each.whole() && each.columns().size() == 1)
                .forEach(each -> free.removeAll(each.columns()));
        List<String> only =
                scene.access().held(role, table, privilege).map(Held::columns).orElse(List.of());
        free.removeIf(each ->
                table.column(each)
                        .filter(it ->
                                !it.generated() && (only.isEmpty() || only.contains(it.name())))
                        .isEmpty());
        if (scene.access().enforcement(role, table) != Enforcement.ENFORCED) {
            return free;
        }
        Gate gate = scene.access().gate(role, table, privilege.command().orElseThrow());
        Set<Integer> floor = new TreeSet<>();
        gate.restrictive().forEach(each -> floor.addAll(bound(scene, each)));
        Set<Integer> open = new TreeSet<>();
        for (Policy each : gate.permissive()) {
            if (scene.strengths().of(each, Side.NEW) != Strength.NEVER && !asksElse(scene, each)) {
                Set<Integer> left = new TreeSet<>(free);
                left.removeAll(bound(scene, each));
                left.removeAll(floor);
                open.addAll(left);
            }
        }
        return open;
    }

    /** A policy that looks at no column of the row, but asks a function or table, is not judged. */
    private static boolean asksElse(Scene scene, Policy policy) {
        Strength strength = scene.strengths().of(policy, Side.NEW);
        return strength == Strength.DEPENDS && bound(scene, policy).isEmpty();
    }

    private static Set<Integer> bound(Scene scene, Policy policy) {
        return scene.expressions()
                .demand(policy, Side.NEW)
                .map(each -> scene.guards().columns(each))
                .orElse(Set.of());
    }
}
