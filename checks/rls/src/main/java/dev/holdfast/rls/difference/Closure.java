package dev.holdfast.rls.difference;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.FunctionReach;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.catalog.Stored;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that an expression rests on, by name: the relations and functions that it reaches, and
 * what each of them is for a role. Where two catalogues say the same here, the expression is the
 * same in both.
 */
final class Closure {
    private static final long FIRST_OF_USERS = 16_384;

    private final EffectiveAccess access;
    private final Catalog catalog;
    private final Map<Long, String> bodies;
    private final FunctionReach reach;
    private final Names names;
    private final String moment;
    private final Map<String, String> said = new TreeMap<>();

    /**
     * An empty closure.
     *
     * @param moment what makes that different which cannot be compared
     */
    Closure(EffectiveAccess access, Map<Long, String> bodies, FunctionReach reach, String moment) {
        this.access = access;
        this.catalog = access.catalog();
        this.bodies = Map.copyOf(bodies);
        this.reach = reach;
        this.names = new Names(catalog);
        this.moment = moment;
    }

    /** All that was found, by what it is of. */
    Map<String, String> said() {
        return Map.copyOf(said);
    }

    /** An expression of the catalogue; the answer is what it says, by names. */
    String expression(Stored stored, long role) {
        follow(stored.tree(), role);
        // The text tells values of enums apart, which the tree has as oids.
        return names.hasOidsAsValues(stored.tree())
                ? stored.text()
                : names.tree(stored.tree()) + "\n" + stored.text();
    }

    private String tree(String tree, long role) {
        follow(tree, role);
        return names.hasOidsAsValues(tree) ? moment + tree : names.tree(tree);
    }

    private void follow(String tree, long role) {
        TreeOids.replace(
                tree,
                (kind, oid) -> {
                    switch (kind) {
                        case RELATION -> relation(oid, role);
                        case FUNCTION -> function(oid, role);
                        case OPERATOR -> operator(oid, role);
                        case TYPE, COLLATION -> {}
                    }
                    return "";
                });
    }

    private void operator(long oid, long role) {
        Operator it = catalog.operators().get(oid);
        if (it != null) {
            function(it.function(), role);
        }
    }

    /** A policy, its name left out. */
    String policy(Policy policy, long role) {
        return (policy.permissive() ? "permissive " : "restrictive ")
                + policy.command()
                + " "
                + policy.roles().stream().map(names::role).sorted().toList()
                + "\nusing "
                + policy.using().map(each -> expression(each, role)).orElse("")
                + "\ncheck "
                + policy.check().map(each -> expression(each, role)).orElse("");
    }

    /** A relation as a query of the role reads it. */
    void relation(long oid, long role) {
        Relation it = catalog.relations().get(oid);
        String key = "relation " + names.relation(oid) + " as " + names.role(role);
        if (said.containsKey(key)) {
            return;
        }
        said.put(key, "");
        if (it == null) {
            said.put(key, moment + oid);
            return;
        }
        // To whom they do not apply they make no difference.
        String policies =
                access.enforcement(role, it) != Enforcement.ENFORCED
                        ? ""
                        : catalog.policiesOf(oid).stream()
                                .map(each -> policy(each, role) + access.speaksOf(each, role))
                                .sorted()
                                .collect(Collectors.joining("\n"));
        said.put(
                key,
                Stream.of(
                                it.kind().name(),
                                names.role(it.owner()),
                                access.enforcement(role, it).name(),
                                String.valueOf(
                                        access.held(role, it, Privilege.SELECT)
                                                .map(each -> each.columns())),
                                it.options().toString(),
                                it.columns().stream().map(this::column).toList().toString(),
                                policies,
                                view(it, role),
                                children(it))
                        .collect(Collectors.joining("\n")));
    }

    private String column(Column column) {
        return column.number() + " " + column.name() + " " + column.typeName();
    }

    private String view(Relation it, long role) {
        long actor = it.isInvokersView() ? role : it.owner();
        return catalog.rules().stream()
                .filter(each -> each.view() == it.oid())
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .map((Rule each) -> each.event() + tree(each.action(), actor))
                .collect(Collectors.joining("\n"));
    }

    private String children(Relation it) {
        return catalog.inheritances().stream()
                .filter(each -> each.parent() == it.oid())
                .map(each -> names.relation(each.child()))
                .sorted()
                .toList()
                .toString();
    }

    /** A function as a role calls it. */
    void function(long oid, long role) {
        if (oid < FIRST_OF_USERS) {
            return;
        }
        Function it = catalog.functions().get(oid);
        String key = "function " + names.function(oid) + " as " + names.role(role);
        if (said.containsKey(key)) {
            return;
        }
        said.put(key, "");
        if (it == null) {
            said.put(key, moment + oid);
            return;
        }
        long actor = it.definer() ? it.owner() : role;
        Role owner = catalog.roles().get(it.owner());
        // What is not parsed means what the session's search path says.
        String body =
                bodies.containsKey(oid)
                        ? tree(bodies.get(oid), actor)
                        : catalog.server().paths().toString();
        reach.of(it).keySet().forEach(each -> relation(each, actor));
        reach.named(it).forEach(each -> function(each.oid(), actor));
        said.put(
                key,
                Stream.of(
                                it.language(),
                                String.valueOf(it.definer()),
                                it.definer() && owner != null ? owner.name() : "",
                                String.valueOf(it.strict()),
                                String.valueOf(it.volatility()),
                                String.valueOf(it.returnsSet()),
                                names.type(it.returnType()),
                                it.settings().toString(),
                                it.source(),
                                it.defaults().map(each -> tree(each, actor)).orElse(""),
                                String.valueOf(!access.execution(role, it).isEmpty()),
                                body)
                        .collect(Collectors.joining("\n")));
    }

    /** What is not the same in both. */
    static List<String> differing(Closure one, Closure other) {
        return Stream.concat(one.said.keySet().stream(), other.said.keySet().stream())
                .distinct()
                .filter(each ->
                        !one.said
                                .getOrDefault(each, "-")
                                .equals(other.said.getOrDefault(each, "-")))
                .sorted()
                .toList();
    }
}
