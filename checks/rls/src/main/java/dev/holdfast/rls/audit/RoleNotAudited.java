package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Because;
import dev.holdfast.rls.access.Held;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A role with grants on what was audited that is not among those that the audit was asked for. */
final class RoleNotAudited implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "role-not-audited",
                    "A role with grants was not audited",
                    Severity.INFO,
                    "A role that is none of the exposed ones holds privileges on relations that"
                            + " were audited. What its policies let through was not looked at.",
                    "An audit of anon and authenticated says nothing of a role of reports or of"
                            + " workers: whoever signs in with it reaches what its own policies and"
                            + " grants let through.",
                    "Name it in rls.roles of the policy (or --roles) beside the others, and the"
                            + " audit looks at it.",
                    Explained.access("ddl-rowsecurity"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Relation> relations =
                scene.catalog().allRelations().stream()
                        .filter(each -> each.kind() != Relation.Kind.SEQUENCE)
                        .filter(scene::concerns)
                        .toList();
        Set<Long> owners = new HashSet<>();
        scene.catalog().allRelations().forEach(each -> owners.add(each.owner()));
        List<Found> found = new ArrayList<>();
        scene.catalog().roles().values().stream()
                .filter(each -> !scene.roles().contains(each.oid()))
                // Of these the rules about bypassing and about owners speak.
                .filter(each -> !each.superuser() && !each.bypassesRowSecurity())
                .filter(each -> !owners.contains(each.oid()))
                .filter(each -> !each.name().startsWith("pg_"))
                .sorted(Comparator.comparing(Role::name))
                .forEach(each -> look(scene, each, relations, found));
        return found;
    }

    private static void look(Scene scene, Role role, List<Relation> relations, List<Found> found) {
        List<String> grants = new ArrayList<>();
        Set<String> reached = new HashSet<>();
        for (Relation relation : relations) {
            for (Held held : scene.access().held(role.oid(), relation)) {
                if (held.because().stream().anyMatch(RoleNotAudited::isItsOwn)) {
                    grants.add(relation.fullName() + " " + held.text());
                    reached.add(relation.fullName());
                }
            }
        }
        if (!grants.isEmpty()) {
            found.add(
                    Found.of(
                                    "role:" + role.name(),
                                    "the role "
                                            + role.name()
                                            + " holds privileges on "
                                            + reached.size()
                                            + (reached.size() == 1 ? " relation" : " relations")
                                            + " that were looked at for "
                                            + String.join(", ", scene.names(scene.roles()))
                                            + " only")
                            .with("grants", grants));
        }
    }

    /** What PUBLIC holds everybody holds, the exposed roles too. */
    private static boolean isItsOwn(Because because) {
        return !(because.kind() == Because.Kind.GRANT && because.grantee().equals("PUBLIC"));
    }
}
