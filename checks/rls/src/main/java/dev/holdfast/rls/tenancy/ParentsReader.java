package dev.holdfast.rls.tenancy;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds {@code tenant.parents} against the foreign keys: each has to lead, by one or by several, to
 * a table with a tenant column, or rows would be nobody's without a word.
 */
final class ParentsReader {
    private final String file;
    private final Catalog catalog;

    ParentsReader(String file, Catalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    /**
     * Demands it of every table that is named.
     *
     * @throws UserProblem with the line of the first that does not
     */
    void require(YamlMapping parents, Tenancy tenancy) {
        for (YamlEntry each : parents.entries()) {
            Relation relation = catalog.relation(each.key()).orElseThrow();
            tenancy.tenant(relation)
                    .ifPresent(column -> {
                        throw wrong(
                                each,
                                "%s has a tenant column of its own, %s"
                                        .formatted(each.key(), column.name()),
                                "take the table out of tenant.parents, or the column out of"
                                        + " tenant.columns and tenant.tables");
                    });
            follow(each, relation, tenancy);
        }
    }

    private void follow(YamlEntry named, Relation start, Tenancy tenancy) {
        Set<String> met = new LinkedHashSet<>();
        Relation at = start;
        while (tenancy.tenant(at).isEmpty()) {
            if (!met.add(at.fullName())) {
                throw wrong(
                        named,
                        "the parents of %s come back to %s: %s"
                                .formatted(start.fullName(), at.fullName(), String.join(", ", met)),
                        "let one of them lead to a table with a tenant column");
            }
            at = parent(named, start, at, tenancy);
        }
    }

    private Relation parent(YamlEntry named, Relation start, Relation at, Tenancy tenancy) {
        String column = tenancy.parents().get(at.fullName());
        if (column == null) {
            throw wrong(
                    named,
                    "%s leads to %s, which has no tenant column and no parent"
                            .formatted(start.fullName(), at.fullName()),
                    "name one for " + at.fullName() + " under tenant.tables or tenant.parents");
        }
        List<Parent> references =
                at.column(column)
                        .map(each -> Parent.references(at, each, catalog))
                        .orElse(List.of());
        if (references.size() != 1) {
            throw wrong(
                    named,
                    "%s.%s is %s of that column alone"
                            .formatted(
                                    at.fullName(),
                                    column,
                                    references.isEmpty()
                                            ? "no foreign key"
                                            : references.size() + " foreign keys"),
                    "name a column that is one foreign key by itself" + others(at));
        }
        Relation parent = references.getFirst().relation();
        if (tenancy.shared().containsKey(parent.fullName())) {
            throw wrong(
                    named,
                    "rows of %s belong to whom those of %s belong to, which is shared"
                            .formatted(start.fullName(), parent.fullName()),
                    "take " + parent.fullName() + " out of shared: who may write it is not proved");
        }
        return parent;
    }

    private String others(Relation relation) {
        List<String> names =
                relation.columns().stream()
                        .filter(each -> Parent.references(relation, each, catalog).size() == 1)
                        .map(each -> each.name())
                        .toList();
        return names.isEmpty() ? "" : ": " + String.join(", ", names);
    }

    private UserProblem wrong(YamlEntry entry, String what, String next) {
        return new UserProblem(
                "%s:%d:%d: %s".formatted(file, entry.keyLine(), entry.keyColumn(), what), next);
    }
}
