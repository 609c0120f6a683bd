package dev.holdfast.rls.generate;

import dev.holdfast.rls.access.WaysAround;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What shows rows of tables with rights of its own: views, materialized ones, foreign tables. */
final class Views {
    private final Catalog catalog;
    private final Tables tables;
    private final Audience audience;
    private final WaysAround ways;

    Views(Catalog catalog, Tables tables, Audience audience, WaysAround ways) {
        this.catalog = catalog;
        this.tables = tables;
        this.audience = audience;
        this.ways = ways;
    }

    void write(Script script) {
        List<Relation> views = tables.relations(Relation.Kind.VIEW);
        List<Relation> kept = new ArrayList<>(tables.relations(Relation.Kind.MATERIALIZED_VIEW));
        kept.addAll(tables.relations(Relation.Kind.FOREIGN_TABLE));
        if (!views.isEmpty()) {
            script.title("Views")
                    .comment(
                            "A view asks its tables with the rights of its owner, past their"
                                    + " policies, unless it is security_invoker (PostgreSQL 15).");
            views.forEach(each -> view(script, each));
        }
        if (!kept.isEmpty()) {
            script.title("Materialized views and foreign tables")
                    .comment(
                            "Neither can have row security. Show their rows through a function"
                                    + " that filters by who asks.");
            kept.forEach(each -> revoke(script, each));
        }
    }

    private void view(Script script, Relation view) {
        script.statement("ALTER VIEW " + Names.of(view) + " SET (security_invoker = true)");
        revoke(script, view);
        List<String> closed = new ArrayList<>();
        closed(view, closed, new HashSet<>());
        if (!closed.isEmpty()) {
            script.comment(
                    "No grant: it reads "
                            + String.join(", ", closed.stream().distinct().sorted().toList())
                            + ", which members do not read.");
        } else {
            audience.member()
                    .ifPresent(each ->
                            script.statement(
                                    "GRANT SELECT ON TABLE "
                                            + Names.of(view)
                                            + " TO "
                                            + Names.of(each.name())));
        }
    }

    private void revoke(Script script, Relation relation) {
        script.statement(
                "REVOKE ALL ON TABLE "
                        + Names.of(relation)
                        + " FROM "
                        + String.join(", ", audience.losing(relation)));
    }

    /** What a view reads, through views of views, that members do not. */
    private void closed(Relation view, List<String> found, Set<Long> seen) {
        if (!seen.add(view.oid())) {
            return;
        }
        for (long oid : ways.readBy(view)) {
            Relation read = catalog.relations().get(oid);
            if (read == null) {
                found.add("a relation of the system");
            } else if (read.kind() == Relation.Kind.VIEW && tables.isExposed(read.schema())) {
                closed(read, found, seen);
            } else if (tables.treatment(oid).filter(Treatment::isRead).isEmpty()) {
                found.add(read.fullName());
            }
        }
    }
}
