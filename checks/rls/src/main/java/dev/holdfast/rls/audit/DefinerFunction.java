package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.FunctionReach;
import dev.holdfast.rls.access.WayAround;
import dev.holdfast.rls.catalog.Function;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Pitfall 16: a SECURITY DEFINER function has its owner's rights; EXECUTE is everybody's by
 * default.
 */
final class DefinerFunction implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "definer-function",
                    "A SECURITY DEFINER function may reach rows past the policies",
                    Severity.MEDIUM,
                    "An exposed role may execute a function that runs with the rights of "
                            + "its owner. Medium where it reaches, or by the names in its text may "
                            + "reach, tables whose policies do not count for the owner, high where"
                            + " it then never asks who calls; else info.",
                    "What the function gives back or changes is not bound by policies; "
                            + "whether it asks who calls is up to its text, which this audit does not"
                            + " judge.",
                    "REVOKE EXECUTE … FROM PUBLIC and grant it to those who need it; make "
                            + "it SECURITY INVOKER where that does; check who calls inside of it.",
                    Explained.access("sql-createfunction", "perm-functions"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<String, List<WayAround>> ways =
                scene.ways().stream()
                        .filter(each -> each.kind() == WayAround.Kind.DEFINER_FUNCTION)
                        .filter(WayAround::evades)
                        .collect(Collectors.groupingBy(WayAround::through));
        Set<Long> byPolicies = new HashSet<>();
        scene.policies().forEach(each -> byPolicies.addAll(scene.guards().functions(each)));
        CallerAsked asked = new CallerAsked(scene.catalog());
        List<Found> found = new ArrayList<>();
        for (Function function : scene.catalog().functions().values()) {
            if (!function.definer()
                    || FunctionReach.isTrigger(function)
                    || !function.extension().isEmpty()
                    || !scene.concerns(function.schema())) {
                continue;
            }
            List<Long> roles = callers(scene, function);
            if (!roles.isEmpty()) {
                List<WayAround> here = ways.getOrDefault(function.fullName(), List.of());
                boolean helper = byPolicies.contains(function.oid()) && isTruth(scene, function);
                Found one = found(scene, function, roles, here, asked);
                if (here.isEmpty() || helper) {
                    found.add(one.as(Severity.INFO));
                } else {
                    found.add(asked.by(function) ? one : one.as(Severity.HIGH));
                }
            }
        }
        return found;
    }

    /** A helper of policies that answers yes or no has to be what it is. */
    private static boolean isTruth(Scene scene, Function function) {
        return function.returnType() == dev.holdfast.rls.expression.Types.BOOL
                && !function.returnsSet()
                && scene.catalog().functions().containsKey(function.oid());
    }

    static List<Long> callers(Scene scene, Function function) {
        return scene.roles().stream()
                .filter(role -> !scene.access().execution(role, function).isEmpty())
                .toList();
    }

    private static Found found(
            Scene scene,
            Function function,
            List<Long> roles,
            List<WayAround> ways,
            CallerAsked asked) {
        List<String> tables =
                ways.stream().map(each -> each.target().fullName()).distinct().toList();
        List<String> grants = new ArrayList<>();
        for (long role : roles) {
            scene.access()
                    .execution(role, function)
                    .forEach(each -> grants.add("EXECUTE: " + each.text()));
        }
        return Found.of(
                        function.fullName(),
                        "",
                        String.join(", ", scene.names(roles))
                                + " may execute "
                                + function.fullName()
                                + " with the rights of "
                                + scene.catalog().roleName(function.owner())
                                + (tables.isEmpty()
                                        ? ""
                                        : ways.stream().allMatch(WayAround::certain)
                                                ? ", for whom no policy counts; it reaches "
                                                        + String.join(", ", tables)
                                                : ", for whom no policy counts; it may reach "
                                                        + String.join(", ", tables))
                                + (tables.isEmpty() || asked.by(function)
                                        ? ""
                                        : ", and never asks who calls"))
                .with("roles", scene.names(roles))
                .with("tables", tables)
                .with("grants", grants);
    }
}
