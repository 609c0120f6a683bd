package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.FunctionReach;
import dev.holdfast.rls.access.SearchPath;
import dev.holdfast.rls.catalog.Function;
import java.util.ArrayList;
import java.util.List;

/** Pitfall 17: whose tables a SECURITY DEFINER function finds is the caller's choice. */
final class DefinerSearchPath implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "definer-search-path",
                    "A SECURITY DEFINER function finds tables by the caller's path",
                    Severity.MEDIUM,
                    "A function that runs with its owner's rights sets no search_path, or "
                            + "one in which the caller's temporary tables come first because pg_temp "
                            + "is not named last. Low in the second case, and where no exposed role "
                            + "may execute it.",
                    "A caller puts a table or function of the same name in front of the one"
                            + " that is meant, and has it used with the owner's rights (measured with"
                            + " a temporary table).",
                    "ALTER FUNCTION … SET search_path = '' and write names with their "
                            + "schemas; or SET search_path = the schema, pg_temp.",
                    Explained.cwe(426),
                    Explained.manual("sql-createfunction"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        for (Function function : scene.catalog().functions().values()) {
            SearchPath path = SearchPath.of(function);
            if (!function.definer()
                    || !function.extension().isEmpty()
                    || !scene.concerns(function.schema())
                    || function.body().isPresent()
                    || !(path.isCallers() || path.letsTemporaryFirst())) {
                // The names in a body in standard SQL are resolved when it is made.
                continue;
            }
            List<Long> roles =
                    FunctionReach.isTrigger(function)
                            ? List.of()
                            : DefinerFunction.callers(scene, function);
            Found one =
                    Found.of(
                                    function.fullName(),
                                    "",
                                    function.fullName()
                                            + (path.isCallers()
                                                    ? " sets no search_path"
                                                    : " lets temporary tables come first: its search_path does not end with pg_temp")
                                            + " and runs with the rights of "
                                            + scene.catalog().roleName(function.owner()))
                            .with("roles", scene.names(roles))
                            .with("settings", function.settings());
            found.add(path.isCallers() && !roles.isEmpty() ? one : one.as(Severity.LOW));
        }
        return found;
    }
}
