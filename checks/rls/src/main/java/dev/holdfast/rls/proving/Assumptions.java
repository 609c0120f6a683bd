package dev.holdfast.rls.proving;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Dependency;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;

/** What a proof rests on and does not show. */
final class Assumptions {
    private final Catalog catalog;
    private final Tenancy tenancy;

    Assumptions(Catalog catalog, Tenancy tenancy) {
        this.catalog = catalog;
        this.tenancy = tenancy;
    }

    List<String> of(Relation relation, Property property) {
        List<String> all = new ArrayList<>();
        if (property != Property.ANONYMOUS_READ) {
            tenancy.identity()
                    .ifPresent(identity ->
                            all.add(
                                    identity
                                            + " is who is asking, and nobody chooses it for himself"));
        }
        all.add("settings that the spec names have these values, and the client cannot set them");
        if (property != Property.ANONYMOUS_READ) {
            tenancy.members()
                    .ifPresent(members ->
                            all.add(
                                    "rows of "
                                            + members.table()
                                            + " are right; who may write them is its own proof"));
        }
        all.addAll(views(relation));
        all.addAll(functions(relation));
        if (!catalog.triggersOf(relation.oid()).isEmpty()) {
            all.add("triggers of " + relation.fullName() + " change no other row");
        }
        return all;
    }

    /** Views with the rights of their owners are another way to the same rows. */
    private List<String> views(Relation relation) {
        List<String> all = new ArrayList<>();
        for (Dependency each : catalog.dependencies()) {
            if (each.kind() == Dependency.Kind.RULE && each.relation() == relation.oid()) {
                catalog.rules().stream()
                        .filter(rule -> rule.oid() == each.dependent())
                        .mapToLong(Rule::view)
                        .mapToObj(view -> catalog.relations().get(view))
                        .filter(view ->
                                view != null
                                        && view.oid() != relation.oid()
                                        && !view.isInvokersView())
                        .map(view ->
                                view.fullName()
                                        + " reads it with its owner's rights and is not proved")
                        .forEach(all::add);
            }
        }
        return all.stream().distinct().toList();
    }

    private List<String> functions(Relation relation) {
        List<String> all = new ArrayList<>();
        for (Function each : catalog.functions().values()) {
            if (!each.definer()) {
                continue;
            }
            boolean named =
                    each.source().contains(relation.name())
                            || catalog.dependencies().stream()
                                    .anyMatch(one ->
                                            one.kind() == Dependency.Kind.FUNCTION
                                                    && one.dependent() == each.oid()
                                                    && one.relation() == relation.oid());
            if (named) {
                all.add(
                        each.fullName()
                                + " may reach it with its owner's rights and is not proved");
            }
        }
        return all;
    }
}
