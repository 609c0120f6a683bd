package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Gate.Side;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Command;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.demand.Strength;
import java.util.ArrayList;
import java.util.List;

/** What rules about gates that do not look at the row have in common. */
final class OpenGate {
    private OpenGate() {}

    static List<Found> look(
            Scene scene, CheckInfo info, Privilege privilege, Side side, String what) {
        List<Found> found = new ArrayList<>();
        for (Relation table : scene.guarded()) {
            List<Long> always = roles(scene, table, privilege, side, Strength.ALWAYS);
            List<Long> signedIn = roles(scene, table, privilege, side, Strength.SIGNED_IN);
            if (!always.isEmpty()) {
                found.add(found(scene, table, always, privilege, what));
            } else if (!signedIn.isEmpty()) {
                found.add(
                        found(scene, table, signedIn, privilege, what + ", once signed in,")
                                .as(milder(info.severity())));
            }
        }
        return found;
    }

    private static Severity milder(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.HIGH;
            case HIGH -> Severity.MEDIUM;
            case MEDIUM -> Severity.LOW;
            case LOW, INFO -> Severity.INFO;
        };
    }

    /** The roles with the privilege whose policies together are of that strength. */
    static List<Long> roles(
            Scene scene, Relation table, Privilege privilege, Side side, Strength strength) {
        Command command = privilege.command().orElseThrow();
        return scene.bound(table, privilege).stream()
                .filter(role -> scene.strength(role, table, command, side) == strength)
                .toList();
    }

    private static Found found(
            Scene scene, Relation table, List<Long> roles, Privilege privilege, String what) {
        return Found.of(
                        table.fullName(),
                        table.fullName(),
                        String.join(", ", scene.names(roles))
                                + " "
                                + what
                                + " of "
                                + table.fullName()
                                + ": its policies do not look at the row")
                .with("roles", scene.names(roles))
                .with("policies", scene.policies(roles, table, privilege.command().orElseThrow()))
                .with("grants", scene.grants(roles, table, privilege));
    }
}
