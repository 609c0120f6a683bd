package dev.holdfast.rls.catalog;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalogue of one database at one moment. Immutable; nothing here judges.
 *
 * @param gaps what could not be read and why, so that nobody takes it for absent
 */
public record Catalog(
        Server server,
        Map<Long, Role> roles,
        List<Membership> memberships,
        Map<String, Schema> schemas,
        Map<Long, Relation> relations,
        List<Policy> policies,
        Map<Long, Function> functions,
        Map<Long, Operator> operators,
        Map<Long, Type> types,
        Map<Long, Collation> collations,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Rule> rules,
        List<Trigger> triggers,
        List<Inheritance> inheritances,
        List<DefaultAcl> defaultAcls,
        List<Dependency> dependencies,
        List<Publication> publications,
        List<Extension> extensions,
        List<Bucket> buckets,
        List<String> gaps) {

    public Catalog {
        roles = inOrder(roles);
        memberships = List.copyOf(memberships);
        schemas = inOrder(schemas);
        relations = inOrder(relations);
        policies = List.copyOf(policies);
        functions = inOrder(functions);
        operators = inOrder(operators);
        types = inOrder(types);
        collations = inOrder(collations);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        rules = List.copyOf(rules);
        triggers = List.copyOf(triggers);
        inheritances = List.copyOf(inheritances);
        defaultAcls = List.copyOf(defaultAcls);
        dependencies = List.copyOf(dependencies);
        publications = List.copyOf(publications);
        extensions = List.copyOf(extensions);
        buckets = List.copyOf(buckets);
        gaps = List.copyOf(gaps);
    }

    /** That a table is a child or a partition of another (pg_inherits). */
    public record Inheritance(long child, long parent) {}

    private static <K, V> Map<K, V> inOrder(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The relations, by name. */
    public Collection<Relation> allRelations() {
        return relations.values();
    }

    /** The relation of that name. */
    public Optional<Relation> relation(String schema, String name) {
        return relations.values().stream()
                .filter(each -> each.schema().equals(schema) && each.name().equals(name))
                .findFirst();
    }

    /** The relation that is named with its schema. */
    public Optional<Relation> relation(String fullName) {
        return relations.values().stream()
                .filter(each -> each.fullName().equals(fullName))
                .findFirst();
    }

    /** Whether texts are equal by a collation only when they are the same; 0 is none. */
    public boolean isDeterministic(long collation) {
        Collation known = collations.get(collation);
        return known == null || known.deterministic();
    }

    /** The type below domains. */
    public long baseType(long type) {
        Type known = types.get(type);
        return known != null && known.kind() == 'd' ? baseType(known.base()) : type;
    }

    /** The role of that name. */
    public Optional<Role> role(String name) {
        return roles.values().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The name of a role, for people; of a role that is gone, its number. */
    public String roleName(long oid) {
        Role role = roles.get(oid);
        return oid == Role.PUBLIC ? "PUBLIC" : role == null ? "role " + oid : role.name();
    }

    /** The policies of a relation. */
    public List<Policy> policiesOf(long relation) {
        return policies.stream().filter(each -> each.relation() == relation).toList();
    }

    /** The constraints of a relation. */
    public List<Constraint> constraintsOf(long relation) {
        return constraints.stream().filter(each -> each.relation() == relation).toList();
    }

    /** The indexes of a relation. */
    public List<Index> indexesOf(long relation) {
        return indexes.stream().filter(each -> each.relation() == relation).toList();
    }

    /** The triggers of a relation. */
    public List<Trigger> triggersOf(long relation) {
        return triggers.stream().filter(each -> each.relation() == relation).toList();
    }
}
