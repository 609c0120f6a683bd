package dev.holdfast.rls.prove;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Trigger;
import java.util.Map;
import java.util.Objects;

/** Which triggers somebody sets off by what he may write. */
public final class SetOff {
    private static final Map<Character, Privilege> EVENTS =
            Map.of('a', Privilege.INSERT, 'w', Privilege.UPDATE, 'd', Privilege.DELETE);

    private SetOff() {}

    /** Whether a role does: what writes a parent sets off the triggers of its partitions, too. */
    public static boolean by(long role, Trigger trigger, EffectiveAccess access) {
        return Lineage.of(access.catalog(), trigger.relation()).stream()
                .map(each -> access.catalog().relations().get(each))
                .filter(Objects::nonNull)
                .anyMatch(each ->
                        trigger.events()
                                .chars()
                                .mapToObj(it -> EVENTS.get((char) it))
                                .filter(Objects::nonNull)
                                .anyMatch(it -> access.held(role, each, it).isPresent()));
    }

    /** Whether a role may write a relation at all. */
    public static boolean mayWrite(long role, Relation relation, EffectiveAccess access) {
        return EVENTS.values().stream()
                .anyMatch(each -> access.held(role, relation, each).isPresent());
    }
}
