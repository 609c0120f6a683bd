package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Grant;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.catalog.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a role can do, composed of everything that the catalogue says of it: memberships, ownership,
 * access control lists with PUBLIC and single columns, USAGE of the schema, row security and the
 * policies that count. {@link Role#PUBLIC} is asked about as a role that is nobody's member.
 */
public final class EffectiveAccess {
    private final Catalog catalog;
    private final RoleClosure roles;
    private final Map<Long, List<Policy>> policies;

    /** The access that a catalogue gives. */
    public EffectiveAccess(Catalog catalog) {
        this.catalog = catalog;
        roles = new RoleClosure(catalog);
        policies = catalog.policies().stream().collect(Collectors.groupingBy(Policy::relation));
    }

    /** The catalogue behind it. */
    public Catalog catalog() {
        return catalog;
    }

    /** What roles are through their memberships. */
    public RoleClosure roles() {
        return roles;
    }

    /** The privilege as the role has it, or nothing; USAGE of the schema is needed for it. */
    public Optional<Held> held(long role, Relation relation, Privilege privilege) {
        if (!mayUse(role, relation.schema())) {
            return Optional.empty();
        }
        String word = privilege.name();
        List<Because> because =
                new ArrayList<>(because(role, relation.owner(), relation.acl(), word));
        predefined(role, privilege.predefinedRole()).ifPresent(because::add);
        if (!because.isEmpty() || !privilege.onColumns()) {
            return because.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Held(privilege, because, List.of()));
        }
        List<String> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            List<Because> here = because(role, relation.owner(), column.acl(), word);
            if (!here.isEmpty()) {
                columns.add(column.name());
                here.stream().filter(each -> !because.contains(each)).forEach(because::add);
            }
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(privilege, because, columns));
    }

    /** All privileges that the role has on a relation. */
    public List<Held> held(long role, Relation relation) {
        List<Held> all = new ArrayList<>();
        for (Privilege privilege : Privilege.values()) {
            held(role, relation, privilege).ifPresent(all::add);
        }
        return all;
    }

    /** Why the role may execute a function; empty when it may not. */
    public List<Because> execution(long role, Function function) {
        return mayUse(role, function.schema())
                ? because(role, function.owner(), function.acl(), "EXECUTE")
                : List.of();
    }

    /** Whether names of the schema resolve for the role. */
    public boolean mayUse(long role, String schema) {
        Schema it = catalog.schemas().get(schema);
        return it != null
                && (!because(role, it.owner(), it.acl(), "USAGE").isEmpty()
                        || predefined(role, "pg_read_all_data").isPresent()
                        || predefined(role, "pg_write_all_data").isPresent());
    }

    /** Why the role has a privilege of a list. */
    public List<Because> because(long role, long owner, List<Grant> acl, String privilege) {
        Role asked = catalog.roles().get(role);
        if (asked != null && asked.superuser()) {
            return List.of(
                    new Because(Because.Kind.SUPERUSER, asked.name(), List.of(asked.name())));
        }
        Map<Long, List<Long>> inherited = roles.inherited(role);
        List<Because> all = new ArrayList<>();
        for (Grant grant : acl) {
            if (!grant.privilege().equals(privilege)) {
                continue;
            }
            List<Long> way = inherited.get(grant.grantee());
            if (grant.grantee() == Role.PUBLIC) {
                all.add(new Because(Because.Kind.GRANT, "PUBLIC", List.of()));
            } else if (way != null) {
                all.add(
                        new Because(
                                grant.grantee() == owner
                                        ? Because.Kind.OWNERSHIP
                                        : Because.Kind.GRANT,
                                catalog.roleName(grant.grantee()),
                                roles.names(way)));
            }
        }
        return all.stream().distinct().toList();
    }

    private Optional<Because> predefined(long role, String name) {
        return catalog.role(name)
                .filter(_ -> !name.isEmpty())
                .map(it -> roles.inherited(role).get(it.oid()))
                .map(way -> new Because(Because.Kind.PREDEFINED_ROLE, name, roles.names(way)));
    }

    /** Whether policies count for the role on a relation. */
    public Enforcement enforcement(long role, Relation relation) {
        if (!relation.kind().isTable() || !relation.rowSecurity()) {
            return Enforcement.OFF;
        }
        Role asked = catalog.roles().get(role);
        if (asked != null && asked.superuser()) {
            return Enforcement.SUPERUSER;
        }
        if (asked != null && asked.bypassesRowSecurity()) {
            return Enforcement.BYPASS;
        }
        return roles.has(role, relation.owner()) && !relation.forced()
                ? Enforcement.OWNER
                : Enforcement.ENFORCED;
    }

    /** The policies that count when the role executes a command, were they to count at all. */
    public Gate gate(long role, Relation relation, Command command) {
        Map<Boolean, List<Policy>> both =
                policiesOf(relation).stream()
                        .filter(each -> each.command().concerns(command))
                        .filter(each -> speaksOf(each, role))
                        .collect(Collectors.partitioningBy(Policy::permissive));
        return new Gate(
                command, both.getOrDefault(true, List.of()), both.getOrDefault(false, List.of()));
    }

    /** The policies of a relation. */
    public List<Policy> policiesOf(Relation relation) {
        return policies.getOrDefault(relation.oid(), List.of());
    }

    /**
     * Whether a policy is for the role: named, everybody's, or for a role that it inherits from.
     */
    public boolean speaksOf(Policy policy, long role) {
        return policy.roles().stream()
                .anyMatch(each -> each == Role.PUBLIC || roles.has(role, each));
    }
}
