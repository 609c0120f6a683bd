package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Constraint;
import dev.holdfast.rls.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Foreign keys that cannot cross tenants. PostgreSQL checks a foreign key without policies
 * (ddl-rowsecurity), so that only a key that contains the tenant keeps a row from pointing to a row
 * of somebody else.
 */
final class References {
    private final Catalog catalog;
    private final Tables tables;
    private final ServerFacts facts;
    private final Indexes indexes;
    private final List<String> validations = new ArrayList<>();

    References(Catalog catalog, Tables tables, ServerFacts facts, Indexes indexes) {
        this.catalog = catalog;
        this.tables = tables;
        this.facts = facts;
        this.indexes = indexes;
    }

    /** The columns of both sides that say whose a row is, in the same way. */
    private record Pair(Column child, Column parent) {}

    void write(Script script) {
        Script keys = new Script();
        for (Relation table : tables.all()) {
            if (tables.is(table, Treatment.OWN)) {
                for (Constraint each : catalog.constraintsOf(table.oid())) {
                    if (each.kind() == Constraint.Kind.FOREIGN_KEY) {
                        key(keys, table, each);
                    }
                }
            }
        }
        if (!keys.toString().isEmpty()) {
            script.title("Foreign keys within one tenant")
                    .comment(
                            "PostgreSQL checks foreign keys without policies: a key without the"
                                    + " tenant lets a row point to a row of another tenant, and tells by"
                                    + " its error whether that one exists. Each is replaced by one of the"
                                    + " same name that contains the tenant; NOT VALID, so that new rows are"
                                    + " checked at once and old ones by the VALIDATE at the end.");
            script.append(keys);
        }
    }

    /** To be run behind COMMIT: a row that crosses is no reason to go without all the rest. */
    void validate(Script script) {
        if (!validations.isEmpty()) {
            script.blank()
                    .comment(
                            "Rows that are there already. An error here is a row that points to"
                                    + " another tenant's: correct it and run the statement again; all of"
                                    + " the above is in force.");
            validations.forEach(script::statement);
        }
    }

    private void key(Script script, Relation table, Constraint key) {
        Relation parent = catalog.relations().get(key.target());
        if (parent == null
                || tables.treatment(parent.oid()).filter(Treatment::isFloored).isEmpty()) {
            return;
        }
        Optional<Pair> pair =
                pair(tables.tenant(table), tables.tenant(parent))
                        .or(() -> pair(tables.owner(table), tables.owner(parent)));
        if (isBound(key, table, parent)) {
            return;
        }
        String obstacle =
                pair.isEmpty()
                        ? "they have no such column in common"
                        : obstacle(key, parent, pair.get());
        if (!obstacle.isEmpty()) {
            script.comment(
                    "Left as it is: "
                            + key.name()
                            + " of "
                            + table.fullName()
                            + " may point to rows of "
                            + parent.fullName()
                            + " that are another's; "
                            + obstacle
                            + ".");
            return;
        }
        replace(script, table, key, parent, pair.orElseThrow());
    }

    private static Optional<Pair> pair(Optional<Column> child, Optional<Column> parent) {
        return child.isPresent() && parent.isPresent() && child.get().type() == parent.get().type()
                ? Optional.of(new Pair(child.get(), parent.get()))
                : Optional.empty();
    }

    /** Whether the key has a column that says whose the row is, on either side. */
    private boolean isBound(Constraint key, Relation table, Relation parent) {
        return java.util.stream.Stream.of(tables.tenant(table), tables.owner(table))
                        .flatMap(Optional::stream)
                        .anyMatch(each -> key.columns().contains(each.number()))
                || java.util.stream.Stream.of(tables.tenant(parent), tables.owner(parent))
                        .flatMap(Optional::stream)
                        .anyMatch(each -> key.targetColumns().contains(each.number()));
    }

    private String obstacle(Constraint key, Relation parent, Pair pair) {
        ServerFacts.Form form = form(key);
        if (form.full()) {
            return "it is MATCH FULL";
        }
        if ("nd".indexOf(key.onUpdate()) >= 0) {
            return "its ON UPDATE SET would change the tenant, too";
        }
        if (parent.kind() == Relation.Kind.PARTITIONED_TABLE
                && catalog.indexesOf(parent.oid()).stream()
                        .noneMatch(each ->
                                each.unique()
                                        && each.columns().contains(pair.parent().number())
                                        && each.columns().containsAll(key.targetColumns()))) {
            return "a unique index of a partitioned table has to contain its partition key";
        }
        return "";
    }

    private ServerFacts.Form form(Constraint key) {
        return facts.keys()
                .getOrDefault(
                        new ServerFacts.Key(key.relation(), key.name()),
                        new ServerFacts.Form(false, "", List.of()));
    }

    private void replace(
            Script script, Relation table, Constraint key, Relation parent, Pair pair) {
        List<Column> from = new ArrayList<>(List.of(pair.child()));
        List<Column> to = new ArrayList<>(List.of(pair.parent()));
        key.columns().forEach(each -> from.add(table.column(each).orElseThrow()));
        key.targetColumns().forEach(each -> to.add(parent.column(each).orElseThrow()));
        indexes.unique(script, parent, to);
        // PostgreSQL adds a key without looking at old rows to plain tables only (before 18).
        boolean later = table.kind() == Relation.Kind.TABLE;
        String name = Names.of(key.name());
        if (!pair.child().notNull()) {
            script.comment(
                    pair.child().name()
                            + " of "
                            + table.fullName()
                            + " may be NULL, and a key with a NULL in it is not checked: SET NOT NULL"
                            + " makes this one whole.");
        }
        script.statement(
                "ALTER TABLE %1$s DROP CONSTRAINT IF EXISTS %2$s;\nALTER TABLE %1$s ADD CONSTRAINT %2$s FOREIGN KEY (%3$s)\n  REFERENCES %4$s (%5$s)%6$s%7$s%8$s%9$s"
                        .formatted(
                                Names.of(table),
                                name,
                                Names.columns(from),
                                Names.of(parent),
                                Names.columns(to),
                                key.onUpdate() == 'c'
                                        ? " ON UPDATE CASCADE"
                                        : key.onUpdate() == 'r' ? " ON UPDATE RESTRICT" : "",
                                onDelete(table, key),
                                form(key).deferral(),
                                later ? " NOT VALID" : ""));
        if (later) {
            validations.add("ALTER TABLE " + Names.of(table) + " VALIDATE CONSTRAINT " + name);
        }
    }

    /** As it was; what was set to NULL or a default still is, and never the tenant. */
    private String onDelete(Relation table, Constraint key) {
        List<Integer> set = form(key).set().isEmpty() ? key.columns() : form(key).set();
        String columns =
                " ("
                        + Names.columns(
                                set.stream().map(each -> table.column(each).orElseThrow()).toList())
                        + ")";
        return switch (key.onDelete()) {
            case 'c' -> " ON DELETE CASCADE";
            case 'r' -> " ON DELETE RESTRICT";
            case 'n' -> " ON DELETE SET NULL" + columns;
            case 'd' -> " ON DELETE SET DEFAULT" + columns;
            default -> "";
        };
    }
}
