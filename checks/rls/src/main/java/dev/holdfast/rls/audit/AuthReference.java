package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reference to accounts that is not to their key. */
final class AuthReference implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "auth-reference",
                    "A foreign key to auth.users is not to its primary key",
                    Severity.LOW,
                    "A foreign key refers to a column of auth.users other than its primary "
                            + "key. Supabase keeps only the primary key stable.",
                    "An update of the platform can drop what the reference needs, and a "
                            + "value such as an address can change hands.",
                    "Reference auth.users (id).",
                    Explained.cwe(1104),
                    new dev.holdfast.core.check.Reference(
                            "Supabase: User management",
                            "https://supabase.com/docs/guides/auth/managing-user-data"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        Optional<Relation> users = scene.catalog().relation("auth", "users");
        if (users.isEmpty()) {
            return found;
        }
        List<List<Integer>> keys =
                scene.catalog().constraintsOf(users.orElseThrow().oid()).stream()
                        .filter(each -> each.kind() == Constraint.Kind.PRIMARY_KEY)
                        .map(Constraint::columns)
                        .toList();
        for (Relation table : scene.tables()) {
            for (Constraint each : scene.catalog().constraintsOf(table.oid())) {
                if (each.kind() == Constraint.Kind.FOREIGN_KEY
                        && each.target() == users.orElseThrow().oid()
                        && !keys.contains(each.targetColumns())) {
                    found.add(
                            Found.of(
                                            table.fullName()
                                                    + "("
                                                    + ReferenceOracle.columns(table, each.columns())
                                                    + ")",
                                            table.fullName(),
                                            each.name()
                                                    + " of "
                                                    + table.fullName()
                                                    + " refers to auth.users by another column than its key")
                                    .with("constraint", List.of(each.name())));
                }
            }
        }
        return found;
    }
}
