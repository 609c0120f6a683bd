package dev.holdfast.rls.difference;

import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Enforcement;
import dev.holdfast.rls.access.RoleClosure;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import dev.holdfast.rls.difference.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What roles are: what they may become, and whether they are exempt from policies. */
final class Rights {
    private final Version before;
    private final Version after;

    Rights(Version before, Version after) {
        this.before = before;
        this.after = after;
    }

    /** Which roles a role may become with SET ROLE. */
    List<Difference> of(String role) {
        Set<String> was = becomes(before, role);
        Set<String> is = becomes(after, role);
        List<Difference> found = new ArrayList<>();
        for (String each : is) {
            if (!was.contains(each)) {
                found.add(
                        new Difference(
                                Kind.OPENED,
                                Severity.HIGH,
                                role,
                                role,
                                "SET ROLE",
                                "not " + each,
                                each,
                                List.of()));
            }
        }
        for (String each : was) {
            if (!is.contains(each)) {
                found.add(
                        new Difference(
                                Kind.CLOSED,
                                Severity.INFO,
                                role,
                                role,
                                "SET ROLE",
                                each,
                                "not " + each,
                                List.of()));
            }
        }
        return found;
    }

    private static Set<String> becomes(Version version, String role) {
        Set<String> roles = new TreeSet<>();
        OptionalLong oid = version.role(role);
        if (oid.isPresent() && oid.getAsLong() != Role.PUBLIC) {
            RoleClosure closure = version.access().roles();
            closure.settable(oid.getAsLong())
                    .keySet()
                    .forEach(each -> {
                        Role it = version.catalog().roles().get(each);
                        boolean itself = each == oid.getAsLong();
                        if (it != null && (it.superuser() || it.bypassesRowSecurity())) {
                            roles.add(it.name() + " (no policy counts for it)");
                        } else if (it != null && !itself) {
                            roles.add(it.name());
                        }
                    });
        }
        return roles;
    }

    /** Whether policies count for the owner, who is often none of the exposed roles. */
    List<Difference> ofOwner(Relation was, Relation is) {
        Enforcement old = before.access().enforcement(was.owner(), was);
        Enforcement now = after.access().enforcement(is.owner(), is);
        boolean counted = old == Enforcement.ENFORCED;
        if (counted == (now == Enforcement.ENFORCED)) {
            return List.of();
        }
        return List.of(
                new Difference(
                        counted ? Kind.OPENED : Kind.CLOSED,
                        counted ? Severity.HIGH : Severity.INFO,
                        is.fullName(),
                        after.catalog().roleName(is.owner()),
                        "as its owner",
                        old.words(),
                        now.words(),
                        List.of()));
    }
}
