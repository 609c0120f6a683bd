package dev.holdfast.rls.difference;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.ExposedRoles;
import dev.holdfast.rls.access.OtherRoles;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A catalogue before or after a change, and what is asked of it. */
final class Version {
    private final String moment;
    private final Catalog catalog;
    private final Map<Long, String> bodies;
    private final Map<Long, String> comparable;
    private final EffectiveAccess access;
    private final WaysAround ways;

    /**
     * A version.
     *
     * @param moment {@code before} or {@code after}
     * @param bodies of functions, as node trees
     * @param compared the names of the functions of which both versions have them
     */
    private Version(
            String moment, Catalog catalog, Map<Long, String> bodies, Set<String> compared) {
        this.moment = moment;
        this.catalog = catalog;
        this.bodies = Map.copyOf(bodies);
        Names names = new Names(catalog);
        this.comparable =
                bodies.entrySet().stream()
                        .filter(each -> compared.contains(names.function(each.getKey())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.access = new EffectiveAccess(catalog);
        this.ways = new WaysAround(access);
    }

    /** What a version is made of. */
    record Parts(Catalog catalog, Map<Long, String> bodies) {
        Parts {
            bodies = Map.copyOf(bodies);
        }

        private Set<String> names() {
            Names names = new Names(catalog);
            return bodies.keySet().stream()
                    .map(names::function)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    /** Both versions; a body that only one of them has is not compared, its text is. */
    record Both(Version before, Version after) {
        static Both of(Parts before, Parts after) {
            Set<String> compared = before.names();
            compared.retainAll(after.names());
            return new Both(
                    new Version("before", before.catalog(), before.bodies(), compared),
                    new Version("after", after.catalog(), after.bodies(), compared));
        }
    }

    Catalog catalog() {
        return catalog;
    }

    Map<Long, String> bodies() {
        return bodies;
    }

    EffectiveAccess access() {
        return access;
    }

    WaysAround ways() {
        return ways;
    }

    List<WayAround> ways(String role) {
        OptionalLong oid = role(role);
        return oid.isPresent() ? ways.of(oid.getAsLong()) : List.of();
    }

    /** A new closure, which knows nothing yet. */
    Closure closure() {
        return new Closure(access, comparable, ways.functions(), moment);
    }

    /** The number of a role; that of everybody is called PUBLIC. */
    OptionalLong role(String name) {
        if (name.equals("PUBLIC")) {
            return OptionalLong.of(Role.PUBLIC);
        }
        Optional<Role> role = catalog.role(name);
        return role.isPresent() ? OptionalLong.of(role.get().oid()) : OptionalLong.empty();
    }

    /**
     * The names of the roles that an attacker may have: the usual ones, and whoever else holds
     * something in the schemas, since nobody would say what opens for them.
     */
    List<String> usualRoles(Set<String> schemas) {
        List<Long> usual = ExposedRoles.usual(catalog).roles();
        List<String> names = new ArrayList<>(usual.stream().map(catalog::roleName).toList());
        OtherRoles.of(
                        access,
                        usual,
                        catalog.allRelations().stream()
                                .filter(each -> schemas.contains(each.schema()))
                                .toList())
                .keySet()
                .forEach(each -> names.add(each.name()));
        return names;
    }
}
