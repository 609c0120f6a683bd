package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.OtherRoles;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<Found> found = new ArrayList<>();
        // Of those that bypass and of owners other rules speak.
        OtherRoles.of(scene.access(), scene.roles(), relations)
                .forEach((role, held) ->
                        found.add(
                                Found.of(
                                                "role:" + role.name(),
                                                "the role "
                                                        + role.name()
                                                        + " holds privileges on "
                                                        + held.size()
                                                        + (held.size() == 1
                                                                ? " relation"
                                                                : " relations")
                                                        + " that were looked at for "
                                                        + String.join(
                                                                ", ", scene.names(scene.roles()))
                                                        + " only")
                                        .with("grants", texts(held))));
        return found;
    }

    private static List<String> texts(Map<String, List<String>> held) {
        return held.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(it -> each.getKey() + " " + it))
                .toList();
    }
}
