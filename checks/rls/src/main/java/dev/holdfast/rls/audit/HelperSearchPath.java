package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.SearchPath;
import dev.holdfast.rls.catalog.Function;
import dev.holdfast.rls.catalog.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What policies mean must not depend on the path of whoever asks. */
final class HelperSearchPath implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "helper-search-path",
                    "A function of policies finds names by the caller's path",
                    Severity.LOW,
                    "A policy calls a function that is not SECURITY DEFINER and sets no "
                            + "search_path, so that the names in its text are found by the path of "
                            + "whoever runs the query.",
                    "A role that can make a table or function in a schema of its path "
                            + "changes what the policy asks.",
                    "ALTER FUNCTION … SET search_path = '' and write names with their "
                            + "schemas, or write its body in standard SQL (BEGIN ATOMIC or RETURN).",
                    Explained.cwe(426),
                    Explained.manual("sql-createfunction"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<Long, Set<String>> users = new LinkedHashMap<>();
        for (Policy policy : scene.policies()) {
            for (long oid : scene.guards().functions(policy)) {
                users.computeIfAbsent(oid, _ -> new LinkedHashSet<>()).add(scene.subject(policy));
            }
        }
        List<Found> found = new ArrayList<>();
        users.forEach((oid, policies) -> {
            Function function = scene.catalog().functions().get(oid);
            if (function != null
                    && !function.definer()
                    && !Set.of("auth", "storage", "extensions").contains(function.schema())
                    && function.extension().isEmpty()
                    && function.body().isEmpty()
                    && Set.of("sql", "plpgsql").contains(function.language())
                    && SearchPath.of(function).isCallers()) {
                found.add(
                        Found.of(
                                        function.fullName(),
                                        "",
                                        function.fullName()
                                                + ", which policies call, finds names by the caller's search_path")
                                .with("policies", policies));
            }
        });
        return found;
    }
}
