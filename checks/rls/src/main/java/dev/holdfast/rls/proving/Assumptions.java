package dev.holdfast.rls.proving;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.prove.Identities;
import dev.holdfast.rls.prove.Lineage;
import dev.holdfast.rls.prove.Property;
import dev.holdfast.rls.prove.Rewritten;
import dev.holdfast.rls.prove.SettingTriggers;
import dev.holdfast.rls.tenancy.Parent;
import dev.holdfast.rls.tenancy.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a proof rests on and does not show. */
final class Assumptions {
    private final Catalog catalog;
    private final Tenancy tenancy;
    private final EffectiveAccess access;
    private final Rewritten rewritten;
    private final Definers definers;
    private final Resting resting;
    private final Powers powers;
    private final SettingTriggers triggers;
    private final Set<String> types;

    /**
     * Of a catalogue.
     *
     * @param bodies of functions that were looked into, as node trees
     */
    Assumptions(Catalog catalog, Tenancy tenancy, Map<Long, String> bodies) {
        this.catalog = catalog;
        this.tenancy = tenancy;
        this.access = new EffectiveAccess(catalog);
        this.rewritten = new Rewritten(catalog, access);
        this.definers = new Definers(catalog);
        this.resting = new Resting(catalog, bodies);
        this.powers = new Powers(catalog, access, resting);
        this.triggers = new SettingTriggers(catalog, access);
        this.types =
                catalog.types().values().stream()
                        .map(Type::name)
                        .collect(Collectors.toUnmodifiableSet());
    }

    List<String> of(Relation relation, Property property) {
        List<String> all = new ArrayList<>(SpecAssumptions.of(tenancy, property));
        all.addAll(parents(relation, property));
        all.addAll(views(relation));
        all.addAll(functions(relation));
        all.addAll(references(relation));
        all.addAll(parts(relation, property));
        role(property)
                .ifPresent(role -> {
                    all.addAll(rules(relation, role));
                    all.addAll(otherRoles(role));
                    all.addAll(powers.of(relation, role));
                    all.addAll(settings(relation, role));
                    if (property == Property.CROSS_DELETE) {
                        all.addAll(truncating(relation, role));
                    }
                });
        all.addAll(triggers(relation));
        all.addAll(shadowed(relation));
        return all;
    }

    /** Whoever moves a parent moves all that refers to it. */
    private List<String> parents(Relation relation, Property property) {
        return Parent.chain(relation, tenancy, catalog).stream()
                .flatMap(List::stream)
                .filter(_ -> property.isCross())
                .map(each ->
                        "its tenant is that of the row of "
                                + each.relation().fullName()
                                + " that "
                                + each.reference().name()
                                + " refers to; who may write that table is its own proof")
                .toList();
    }

    /** Actions of foreign keys are the server's, and pass all policies. */
    private List<String> references(Relation relation) {
        return Lineage.of(catalog, relation.oid()).stream()
                .flatMap(each -> catalog.constraintsOf(each).stream())
                .filter(Constraint::acts)
                // One sentence for all keys of all tables, so that reports can say it once.
                .map(_ ->
                        "what foreign keys do to its rows when a referenced row goes or changes"
                                + " (CASCADE, SET NULL, SET DEFAULT) is not proved")
                .distinct()
                .toList();
    }

    /** What holds the same rows may be asked by its own name, under its own policies. */
    private List<String> parts(Relation relation, Property property) {
        return role(property).stream()
                .flatMap(role ->
                        Lineage.of(catalog, relation.oid()).stream()
                                .map(each -> catalog.relations().get(each))
                                .filter(each ->
                                        each != null
                                                && each.oid() != relation.oid()
                                                && !access.held(role.oid(), each).isEmpty())
                                .map(each ->
                                        role.name()
                                                + " may ask "
                                                + each.fullName()
                                                + " by its own name, which is its own proof"))
                .toList();
    }

    /**
     * Views with the rights of their owners are another way to the same rows, and so is what was
     * filled by its owner; through views and functions with the rights of whoever asks, too.
     */
    private List<String> views(Relation relation) {
        return definers.views(relation).stream()
                .map(each ->
                        each.fullName() + " reads it with its owner's rights and is not proved")
                .toList();
    }

    private List<String> functions(Relation relation) {
        return definers.reaching(relation).stream()
                .map(each ->
                        each.fullName()
                                + (each.definer()
                                        ? " may reach it with its owner's rights"
                                        : " is set off by a foreign key, and may reach it with the"
                                                + " rights of its table's owner,")
                                + " and is not proved")
                .toList();
    }

    /** Rules have the rights of the owner of what they stand on; RETURNING may show rows. */
    private List<String> rules(Relation relation, Role role) {
        return rewritten.touching(relation, role).stream()
                .map(each ->
                        "the rule "
                                + rewritten.named(each)
                                + " may show its rows with its owner's rights and is not proved")
                .toList();
    }

    /** Policies are those of the session's role and of what it inherits. */
    private List<String> otherRoles(Role role) {
        return access.roles().settable(role.oid()).keySet().stream()
                .filter(each -> !access.roles().has(role.oid(), each))
                .map(each ->
                        "the session does not SET ROLE to "
                                + catalog.roleName(each)
                                + ", whose policies and grants are not asked")
                .toList();
    }

    /** What empties the table as a whole, past any policy (ddl-rowsecurity). */
    private List<String> truncating(Relation relation, Role role) {
        return Lineage.of(catalog, relation.oid()).stream()
                .map(each -> catalog.relations().get(each))
                .filter(Objects::nonNull)
                .filter(each -> access.held(role.oid(), each, Privilege.TRUNCATE).isPresent())
                .map(each ->
                        role.name()
                                + " may TRUNCATE "
                                + (each.equals(relation) ? "it" : each.fullName())
                                + ", which no policy filters; no client of PostgREST can say so")
                .toList();
    }

    private List<String> triggers(Relation relation) {
        return Lineage.of(catalog, relation.oid()).stream()
                .filter(each -> !catalog.triggersOf(each).isEmpty())
                .map(each -> catalog.relations().get(each))
                .filter(Objects::nonNull)
                .map(each ->
                        (each.equals(relation) ? "its triggers" : "triggers of " + each.fullName())
                                + " change no other row and no setting")
                .toList();
    }

    /** One transaction may write another table first. */
    private List<String> settings(Relation relation, Role role) {
        Set<Long> rows = Lineage.of(catalog, relation.oid());
        return triggers.setOff(role).stream()
                .filter(each -> !rows.contains(each.relation()))
                .map(each ->
                        "the trigger "
                                + triggers.named(each)
                                + " changes settings; nobody reads the table in the same"
                                + " transaction after it")
                .toList();
    }

    private List<String> shadowed(Relation relation) {
        long identity = Identities.function(tenancy, catalog);
        return resting.functions(relation).stream()
                .filter(each -> each.oid() != identity)
                .flatMap(each -> Shadowed.by(each, resting.named(each), types).stream())
                .toList();
    }

    private Optional<Role> role(Property property) {
        return (property == Property.ANONYMOUS_READ ? tenancy.anonymous() : tenancy.member())
                .flatMap(each -> catalog.role(each.role()));
    }
}
