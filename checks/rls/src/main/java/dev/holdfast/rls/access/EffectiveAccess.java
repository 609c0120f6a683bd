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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, Role> predefined = new HashMap<>();
    private final Map<Long, Map<Long, List<Held>>> held = new ConcurrentHashMap<>();
    private final Map<Long, Map<String, Boolean>> used = new ConcurrentHashMap<>();

    /** The access that a catalogue gives. */
    public EffectiveAccess(Catalog catalog) {
        this.catalog = catalog;
        roles = new RoleClosure(catalog);
        policies = catalog.policies().stream().collect(Collectors.groupingBy(Policy::relation));
        for (Privilege each : Privilege.values()) {
            catalog.role(each.predefinedRole())
                    .ifPresent(role -> predefined.put(each.predefinedRole(), role));
        }
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
        for (Held each : held(role, relation)) {
            if (each.privilege() == privilege) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** All privileges that the role has on a relation. */
    public List<Held> held(long role, Relation relation) {
        return held.computeIfAbsent(role, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(relation.oid(), _ -> allHeld(role, relation));
    }

    private List<Held> allHeld(long role, Relation relation) {
        if (!mayUse(role, relation.schema())) {
            return List.of();
        }
        List<Held> all = new ArrayList<>();
        for (Privilege privilege : Privilege.values()) {
            List<Because> because =
                    new ArrayList<>(
                            because(role, relation.owner(), relation.acl(), privilege.name()));
            predefined(role, privilege.predefinedRole()).ifPresent(because::add);
            if (!because.isEmpty()) {
                all.add(new Held(privilege, because, List.of()));
            } else if (privilege.onColumns()) {
                onColumns(role, relation, privilege).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private Optional<Held> onColumns(long role, Relation relation, Privilege privilege) {
        List<Because> because = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Column column : relation.columns()) {
            if (column.acl().isEmpty()) {
                continue;
            }
            List<Because> here = because(role, relation.owner(), column.acl(), privilege.name());
            if (!here.isEmpty()) {
                columns.add(column.name());
                here.stream().filter(each -> !because.contains(each)).forEach(because::add);
            }
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(privilege, because, columns));
    }

    /** Why the role may execute a function; empty when it may not. */
    public List<Because> execution(long role, Function function) {
        return mayUse(role, function.schema())
                ? because(role, function.owner(), function.acl(), "EXECUTE")
                : List.of();
    }

    /** Whether names of the schema resolve for the role. */
    public boolean mayUse(long role, String schema) {
        return used.computeIfAbsent(role, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(schema, _ -> isUsable(role, schema));
    }

    private boolean isUsable(long role, String schema) {
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
        Role it = predefined.get(name);
        List<Long> way = it == null ? null : roles.inherited(role).get(it.oid());
        return way == null
                ? Optional.empty()
                : Optional.of(new Because(Because.Kind.PREDEFINED_ROLE, name, roles.names(way)));
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

    /**
     * Whether the role may reach any row at all with a command: it has the privilege, and policies
     * do not count for it or one of them lets rows through.
     */
    public boolean reachesAny(long role, Relation relation, Privilege privilege) {
        return held(role, relation, privilege).isPresent()
                && privilege.command().map(each -> !isClosed(role, relation, each)).orElse(true);
    }

    /** Whether no policy lets any row through: without a permissive one none passes. */
    public boolean isClosed(long role, Relation relation, Command command) {
        return enforcement(role, relation) == Enforcement.ENFORCED
                && gate(role, relation, command).permissive().isEmpty();
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
