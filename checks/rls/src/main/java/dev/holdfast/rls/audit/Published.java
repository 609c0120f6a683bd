package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Publication;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Pitfalls 36 and 37: publications tell of rows without policies. */
final class Published implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "published",
                    "A table with policies is published",
                    Severity.INFO,
                    "A publication tells of a table with row security. Supabase Realtime "
                            + "asks the SELECT policies for new and changed rows, not for deleted "
                            + "ones, of which it sends the key. A subscriber of logical replication "
                            + "gets all rows.",
                    "Whoever listens learns which rows others delete; a subscriber holds "
                            + "the rows of all tenants.",
                    "Publish only what listeners need: ALTER PUBLICATION … DROP TABLE, or "
                            + "publish = 'insert, update'.",
                    Explained.cwe(200),
                    Explained.manual("logical-replication-security"),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: Postgres Changes",
                            "https://supabase.com/docs/guides/realtime/postgres-changes"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        Map<String, Set<String>> publications = new TreeMap<>();
        Set<String> deletes = new HashSet<>();
        for (Relation table : scene.guarded()) {
            for (Publication each : scene.catalog().publications()) {
                if (each.schema().equals(table.schema()) && each.table().equals(table.name())) {
                    publications
                            .computeIfAbsent(table.fullName(), _ -> new LinkedHashSet<>())
                            .add(each.name());
                    if (each.name().equals("supabase_realtime") && each.events().contains("d")) {
                        deletes.add(table.fullName());
                    }
                }
            }
        }
        List<Found> found = new ArrayList<>();
        publications.forEach((table, names) ->
                found.add(
                        Found.of(
                                        table,
                                        table,
                                        table
                                                + " is published by "
                                                + String.join(", ", names)
                                                + (deletes.contains(table)
                                                        ? "; Realtime tells every listener the key of each deleted row"
                                                        : "; subscribers get its rows without policies"))
                                .with("publications", names)));
        return found;
    }
}
