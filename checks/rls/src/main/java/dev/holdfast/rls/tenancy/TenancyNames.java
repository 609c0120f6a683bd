package dev.holdfast.rls.tenancy;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.catalog.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a tenancy spec, each held against the catalogue. */
final class TenancyNames {
    private final String file;
    private final Catalog catalog;

    TenancyNames(String file, Catalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    String schema(YamlScalar name) {
        if (!catalog.schemas().containsKey(name.text())) {
            throw missing(
                    name.line(), name.column(), "schema", name.text(), catalog.schemas().keySet());
        }
        return name.text();
    }

    String role(YamlScalar name) {
        if (catalog.role(name.text()).isEmpty()) {
            throw missing(
                    name.line(),
                    name.column(),
                    "role",
                    name.text(),
                    catalog.roles().values().stream().map(Role::name).toList());
        }
        return name.text();
    }

    String table(YamlScalar name) {
        require(name.text(), name.line(), name.column());
        return name.text();
    }

    String table(YamlEntry entry) {
        require(entry.key(), entry.keyLine(), entry.keyColumn());
        return entry.key();
    }

    private void require(String name, int line, int column) {
        if (relation(name).filter(each -> each.kind().isTable()).isEmpty()) {
            throw missing(line, column, "table", name, tables().map(Relation::fullName).toList());
        }
    }

    private Optional<Relation> relation(String name) {
        return catalog.relation(name);
    }

    /** A column that at least one exposed table has. */
    String column(YamlScalar name, List<String> schemas) {
        Set<String> columns =
                tables().filter(each -> schemas.isEmpty() || schemas.contains(each.schema()))
                        .flatMap(each -> each.columns().stream())
                        .map(Column::name)
                        .collect(Collectors.toSet());
        if (!columns.contains(name.text())) {
            throw missing(name.line(), name.column(), "column", name.text(), columns);
        }
        return name.text();
    }

    /** A column of a table that is there. */
    String columnOf(String table, YamlScalar name) {
        if (relation(table).flatMap(each -> each.column(name.text())).isEmpty()) {
            throw missing(
                    name.line(),
                    name.column(),
                    "column of " + table,
                    name.text(),
                    relation(table).stream()
                            .flatMap(each -> each.columns().stream())
                            .map(Column::name)
                            .toList());
        }
        return name.text();
    }

    private Stream<Relation> tables() {
        return catalog.allRelations().stream().filter(each -> each.kind().isTable());
    }

    /** A question for who meant another name; empty when none is near. */
    static String meant(String name, Collection<String> known) {
        return Nearest.of(name, known).map(each -> ", did you mean " + each + "?").orElse("");
    }

    private UserProblem missing(
            int line, int column, String what, String name, Collection<String> known) {
        return new UserProblem(
                "%s:%d:%d: the database has no %s %s%s"
                        .formatted(file, line, column, what, name, meant(name, known)),
                "correct the name; tables are named with their schema");
    }
}
