package dev.holdfast.rls.audit;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keys that are ordered by time, where that is asked for. */
final class KeyOrder implements AuditRule {
    static final CheckInfo INFO =
            Explained.of(
                    "key-not-uuidv7",
                    "A primary key is no UUID of version 7",
                    Severity.LOW,
                    "The policy asks for keys that are UUIDs of version 7, and the primary "
                            + "key is a number, or a uuid with another default.",
                    "Numbers can be counted through; random UUIDs make indexes large and "
                            + "slow.",
                    "DEFAULT uuidv7() (PostgreSQL 18 and newer), or a function of that " + "name.",
                    Explained.cwe(340),
                    new dev.holdfast.core.check.Reference(
                            "RFC 9562", "https://www.rfc-editor.org/rfc/rfc9562"),
                    Explained.manual("functions-uuid"));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Found> look(Scene scene) {
        List<Found> found = new ArrayList<>();
        if (!scene.request().timeOrderedKeys()) {
            return found;
        }
        for (Relation table : scene.tables()) {
            for (Constraint key : scene.catalog().constraintsOf(table.oid())) {
                if (key.kind() != Constraint.Kind.PRIMARY_KEY || key.columns().size() != 1) {
                    continue;
                }
                Optional<Column> column = table.column(key.columns().getFirst());
                if (column.filter(each -> isOther(scene, table, each)).isPresent()) {
                    found.add(
                            Found.of(
                                    table.fullName() + "(" + column.orElseThrow().name() + ")",
                                    table.fullName(),
                                    "the key "
                                            + column.orElseThrow().name()
                                            + " of "
                                            + table.fullName()
                                            + " is "
                                            + column.orElseThrow().typeName()
                                            + (column.orElseThrow().defaultText().isEmpty()
                                                    ? ""
                                                    : " by " + column.orElseThrow().defaultText())
                                            + " and no UUID of version 7"));
                }
            }
        }
        return found;
    }

    private static boolean isOther(Scene scene, Relation table, Column column) {
        boolean number = Set.of("smallint", "integer", "bigint").contains(column.typeName());
        String value = column.defaultText().toLowerCase(Locale.ROOT);
        boolean foreign =
                scene.catalog().constraintsOf(table.oid()).stream()
                        .anyMatch(each ->
                                each.kind() == Constraint.Kind.FOREIGN_KEY
                                        && each.columns().contains(column.number()));
        // Without a default the application makes the key, which the catalogue does not show.
        return !foreign
                && (number
                        || (column.typeName().equals("uuid")
                                && !value.isEmpty()
                                && !value.contains("uuidv7")
                                && !value.contains("uuid_v7")
                                && !value.contains("uuid_generate_v7")));
    }
}
