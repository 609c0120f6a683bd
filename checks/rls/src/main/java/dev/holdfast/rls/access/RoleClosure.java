package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Membership;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a role is through its memberships. Attributes (SUPERUSER, BYPASSRLS) are never inherited;
 * they are had after SET ROLE only (PostgreSQL documentation, 22.3 Role Membership).
 */
public final class RoleClosure {
    private final Catalog catalog;
    private final Map<Long, List<Membership>> memberships;
    private final Map<Long, Map<Long, List<Long>>> inherited = new ConcurrentHashMap<>();
    private final Map<Long, Map<Long, List<Long>>> settable = new ConcurrentHashMap<>();

    /** The closure over a catalogue's memberships. */
    public RoleClosure(Catalog catalog) {
        this.catalog = catalog;
        memberships =
                catalog.memberships().stream().collect(Collectors.groupingBy(Membership::member));
    }

    /** The roles whose privileges it has at once, itself first, each with the way to it. */
    public Map<Long, List<Long>> inherited(long role) {
        return inherited.computeIfAbsent(role, each -> reach(each, Membership::inherits));
    }

    /**
     * The roles that it may become by SET ROLE, itself first, each with the way to it. Whoever may
     * administer a role can make itself a member that may.
     */
    public Map<Long, List<Long>> settable(long role) {
        return settable.computeIfAbsent(
                role, each -> reach(each, it -> it.sets() || it.administers()));
    }

    private Map<Long, List<Long>> reach(long start, Predicate<Membership> edge) {
        Map<Long, List<Long>> ways = new LinkedHashMap<>();
        ways.put(start, List.of(start));
        Deque<Long> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            long member = open.remove();
            List<Long> way = ways.getOrDefault(member, List.of());
            for (Membership each : memberships.getOrDefault(member, List.of())) {
                if (edge.test(each) && !ways.containsKey(each.role())) {
                    List<Long> longer = new ArrayList<>(way);
                    longer.add(each.role());
                    ways.put(each.role(), List.copyOf(longer));
                    open.add(each.role());
                }
            }
        }
        return Collections.unmodifiableMap(ways);
    }

    /** Whether it has the privileges of the other at once. */
    public boolean has(long role, long other) {
        return inherited(role).containsKey(other);
    }

    /** The roles with BYPASSRLS or SUPERUSER that it is or may become, with the way to each. */
    public Map<Role, List<String>> bypassing(long role) {
        Map<Role, List<String>> found = new LinkedHashMap<>();
        settable(role)
                .forEach((reached, way) -> {
                    Role it = catalog.roles().get(reached);
                    if (it != null && (it.superuser() || it.bypassesRowSecurity())) {
                        found.put(it, names(way));
                    }
                });
        return found;
    }

    /** The names of roles on a way. */
    public List<String> names(List<Long> way) {
        return way.stream().map(catalog::roleName).toList();
    }
}
