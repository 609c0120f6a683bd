package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.EffectiveAccess;
import dev.holdfast.rls.access.FunctionReach;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;

/**
 * Whether policies are to count for a table's owner, too. They are, but where a SECURITY DEFINER
 * function of an owner without BYPASSRLS gets at the table: it would see no row any more.
 */
final class Forcing {
    private final EffectiveAccess access;
    private final FunctionReach reach;
    private final Audience audience;

    Forcing(EffectiveAccess access, FunctionReach reach, Audience audience) {
        this.access = access;
        this.reach = reach;
        this.audience = audience;
    }

    /** The functions for whose sake it is not forced; none, and it is. */
    List<Function> against(Relation table) {
        if (audience.isExempt(table.owner()) || audience.mayBe(table.owner()) || table.forced()) {
            return List.of();
        }
        return access.catalog().functions().values().stream()
                .filter(each -> each.definer() && !each.schema().equals(Writer.SCHEMA))
                .filter(each -> !audience.isExempt(each.owner()))
                .filter(each -> access.roles().has(each.owner(), table.owner()))
                .filter(each -> reach.of(each).containsKey(table.oid()))
                .toList();
    }
}
