package dev.holdfast.rls.tenancy;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Relation;
import java.util.List;
import java.util.Optional;

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
            throw missing(name.line(), name.column(), "schema", name.text());
        }
        return name.text();
    }

    String role(YamlScalar name) {
        if (catalog.role(name.text()).isEmpty()) {
            throw missing(name.line(), name.column(), "role", name.text());
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
            throw missing(line, column, "table", name);
        }
    }

    private Optional<Relation> relation(String name) {
        return catalog.relation(name);
    }

    /** A column that at least one exposed table has. */
    String column(YamlScalar name, List<String> schemas) {
        boolean there =
                catalog.allRelations().stream()
                        .filter(each -> each.kind().isTable())
                        .filter(each -> schemas.isEmpty() || schemas.contains(each.schema()))
                        .anyMatch(each -> each.column(name.text()).isPresent());
        if (!there) {
            throw missing(name.line(), name.column(), "column", name.text());
        }
        return name.text();
    }

    /** A column of a table that is there. */
    String columnOf(String table, YamlScalar name) {
        if (relation(table).flatMap(each -> each.column(name.text())).isEmpty()) {
            throw missing(name.line(), name.column(), "column of " + table, name.text());
        }
        return name.text();
    }

    private UserProblem missing(int line, int column, String what, String name) {
        return new UserProblem(
                "%s:%d:%d: the database has no %s %s".formatted(file, line, column, what, name),
                "correct the name; tables are named with their schema");
    }
}
