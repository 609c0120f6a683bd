package dev.holdfast.rls.difference;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Collation;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Membership;
import dev.holdfast.rls.catalog.Operator;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Rule;
import dev.holdfast.rls.catalog.Schema;
import dev.holdfast.rls.catalog.Stored;
import dev.holdfast.rls.catalog.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalogue with the numbers of another, and without constraints of its own: rows that are asked
 * about are rows that the other one allows. It has what policies are encoded by, and no more:
 * indexes, triggers, publications and the like are left out.
 */
final class Renumbered {
    private final Catalog from;
    private final Catalog as;
    private final Numbers numbers;

    private Renumbered(Catalog from, Catalog as, Numbers numbers) {
        this.from = from;
        this.as = as;
        this.numbers = numbers;
    }

    static Catalog of(Catalog from, Catalog as, Numbers numbers) {
        return new Renumbered(from, as, numbers).catalog();
    }

    /** The bodies of functions with the other numbers. */
    static Map<Long, String> bodies(Map<Long, String> bodies, Numbers numbers) {
        Map<Long, String> all = new LinkedHashMap<>();
        bodies.forEach((oid, tree) -> all.put(numbers.function(oid), numbers.tree(tree)));
        return all;
    }

    private Catalog catalog() {
        Map<Long, Role> roles = new LinkedHashMap<>();
        from.roles().values().forEach(each -> roles.put(numbers.role(each.oid()), role(each)));
        Map<String, Schema> schemas = new LinkedHashMap<>();
        from.schemas()
                .forEach((name, each) ->
                        schemas.put(
                                name,
                                new Schema(
                                        each.oid(),
                                        each.name(),
                                        numbers.role(each.owner()),
                                        grants(each.acl()))));
        Map<Long, Relation> relations = new LinkedHashMap<>();
        from.relations()
                .values()
                .forEach(each -> relations.put(numbers.relation(each.oid()), relation(each)));
        Map<Long, Function> functions = new LinkedHashMap<>();
        from.functions()
                .values()
                .forEach(each -> functions.put(numbers.function(each.oid()), function(each)));
        Map<Long, Operator> operators = new LinkedHashMap<>();
        from.operators()
                .values()
                .forEach(each -> operators.put(numbers.operator(each.oid()), operator(each)));
        Map<Long, Type> types = new LinkedHashMap<>();
        from.types().values().forEach(each -> types.put(numbers.type(each.oid()), type(each)));
        return new Catalog(
                from.server(),
                roles,
                from.memberships().stream()
                        .map(each ->
                                new Membership(
                                        numbers.role(each.role()),
                                        numbers.role(each.member()),
                                        each.inherits(),
                                        each.sets(),
                                        each.administers()))
                        .toList(),
                schemas,
                relations,
                from.policies().stream().map(this::policy).toList(),
                functions,
                operators,
                types,
                collations(),
                // None of its own: a row that they forbid may be there today.
                List.of(),
                List.of(),
                from.rules().stream().map(this::rule).toList(),
                List.of(),
                from.inheritances().stream()
                        .map(each ->
                                new Catalog.Inheritance(
                                        numbers.relation(each.child()),
                                        numbers.relation(each.parent())))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                from.gaps());
    }

    private Map<Long, Collation> collations() {
        Map<Long, Collation> collations = new LinkedHashMap<>();
        from.collations()
                .values()
                .forEach(each ->
                        collations.put(
                                numbers.collation(each.oid()),
                                new Collation(
                                        numbers.collation(each.oid()),
                                        each.schema(),
                                        each.name(),
                                        each.deterministic(),
                                        each.definition())));
        return collations;
    }

    private Role role(Role it) {
        return new Role(
                numbers.role(it.oid()),
                it.name(),
                it.superuser(),
                it.inherit(),
                it.createRole(),
                it.login(),
                it.replication(),
                it.bypassesRowSecurity());
    }

    private List<Grant> grants(List<Grant> acl) {
        return acl.stream()
                .map(each ->
                        new Grant(numbers.role(each.grantee()), each.privilege(), each.grantable()))
                .toList();
    }

    private Relation relation(Relation it) {
        Optional<Relation> other =
                Optional.ofNullable(as.relations().get(numbers.relation(it.oid())));
        return new Relation(
                numbers.relation(it.oid()),
                it.schema(),
                it.name(),
                it.kind(),
                numbers.role(it.owner()),
                it.rowSecurity(),
                it.forced(),
                it.partition(),
                it.options(),
                it.written(),
                it.replicaIdentity(),
                it.extension(),
                grants(it.acl()),
                it.columns().stream().map(each -> column(each, other)).toList());
    }

    private Column column(Column it, Optional<Relation> other) {
        boolean notNull =
                other.flatMap(each -> each.column(it.number())).map(Column::notNull).orElse(false);
        return new Column(
                it.number(),
                it.name(),
                numbers.type(it.type()),
                it.typeName(),
                notNull,
                it.filled(),
                it.generated(),
                it.defaultText(),
                grants(it.acl()));
    }

    private Policy policy(Policy it) {
        return new Policy(
                it.oid(),
                it.name(),
                numbers.relation(it.relation()),
                it.command(),
                it.permissive(),
                it.roles().stream().map(numbers::role).toList(),
                it.using().map(this::stored),
                it.check().map(this::stored));
    }

    private Stored stored(Stored it) {
        return new Stored(numbers.tree(it.tree()), it.text());
    }

    private Function function(Function it) {
        return new Function(
                numbers.function(it.oid()),
                it.schema(),
                it.name(),
                it.argumentTypes().stream().map(numbers::type).toList(),
                it.arguments(),
                numbers.role(it.owner()),
                it.language(),
                it.definer(),
                it.leakproof(),
                it.strict(),
                it.volatility(),
                it.returnsSet(),
                numbers.type(it.returnType()),
                it.settings(),
                it.source(),
                it.body().map(numbers::tree),
                it.defaults().map(numbers::tree),
                it.extension(),
                grants(it.acl()));
    }

    private Operator operator(Operator it) {
        return new Operator(
                numbers.operator(it.oid()),
                it.schema(),
                it.name(),
                numbers.function(it.function()),
                numbers.type(it.left()),
                numbers.type(it.right()),
                numbers.type(it.result()));
    }

    private Type type(Type it) {
        return new Type(
                numbers.type(it.oid()),
                it.schema(),
                it.name(),
                it.kind(),
                it.base() == 0 ? 0 : numbers.type(it.base()),
                it.element() == 0 ? 0 : numbers.type(it.element()),
                it.category());
    }

    private Rule rule(Rule it) {
        return new Rule(
                it.oid(),
                numbers.relation(it.view()),
                it.name(),
                it.event(),
                numbers.tree(it.action()));
    }
}
