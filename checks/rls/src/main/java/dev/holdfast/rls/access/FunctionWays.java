package dev.holdfast.rls.access;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The ways around policies that go through SECURITY DEFINER functions. */
final class FunctionWays {
    private final EffectiveAccess access;
    private final FunctionReach reach;

    FunctionWays(EffectiveAccess access, FunctionReach reach) {
        this.access = access;
        this.reach = reach;
    }

    List<WayAround> of(long role) {
        Catalog catalog = access.catalog();
        List<WayAround> ways = new ArrayList<>();
        for (Function function : catalog.functions().values()) {
            if (!function.definer()
                    || FunctionReach.isTrigger(function)
                    || access.execution(role, function).isEmpty()) {
                continue;
            }
            for (Map.Entry<Long, Boolean> each : reach.of(function).entrySet()) {
                Relation target = catalog.relations().get(each.getKey());
                if (target != null && target.kind().isTable()) {
                    ways.add(
                            new WayAround(
                                    WayAround.Kind.DEFINER_FUNCTION,
                                    role,
                                    function.fullName(),
                                    List.of(function.fullName()),
                                    target,
                                    catalog.roleName(function.owner()),
                                    access.enforcement(function.owner(), target),
                                    List.of("EXECUTE"),
                                    each.getValue()));
                }
            }
        }
        return ways;
    }
}
