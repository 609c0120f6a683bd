package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.access.Privilege;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;

/** A second API over the same grants. */
final class GraphqlExposed implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "graphql-exposed",
                    "pg_graphql shows what is granted",
                    Severity.INFO,
                    "The extension pg_graphql is installed: every relation on which an "
                            + "exposed role has SELECT is part of its schema, which can be asked for.",
                    "Names of tables and columns are listed to everybody, also where "
                            + "policies show no row.",
                    "DROP EXTENSION pg_graphql when nobody uses it, or REVOKE what need not"
                            + " be seen.",
                    Explained.cwe(200),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: pg_graphql security",
                            "https://supabase.github.io/pg_graphql/security/"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        boolean there =
                scene.catalog().extensions().stream()
                        .anyMatch(each -> each.name().equals("pg_graphql"));
        List<String> shown = new ArrayList<>();
        if (there) {
            for (Relation each :
                    scene.relations(
                            Relation.Kind.TABLE,
                            Relation.Kind.PARTITIONED_TABLE,
                            Relation.Kind.VIEW,
                            Relation.Kind.MATERIALIZED_VIEW,
                            Relation.Kind.FOREIGN_TABLE)) {
                if (!scene.holders(each, Privilege.SELECT).isEmpty()) {
                    shown.add(each.fullName());
                }
            }
        }
        return shown.isEmpty()
                ? List.of()
                : List.of(
                        Found.of(
                                        "extension:pg_graphql",
                                        "pg_graphql lists "
                                                + shown.size()
                                                + " relations to exposed roles")
                                .with("tables", shown));
    }
}
