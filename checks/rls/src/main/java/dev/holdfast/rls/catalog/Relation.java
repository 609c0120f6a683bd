package dev.holdfast.rls.catalog;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A relation that is not PostgreSQL's own (pg_class).
 *
 * @param rowSecurity whether policies count
 * @param forced whether they count for the owner, too
 * @param partition whether it is a partition of another
 * @param options as they are written: {@code security_invoker=true}
 * @param written the commands beside SELECT that it takes at all, by rules and triggers, too: a
 *     view that groups takes none (sql-createview, Updatable Views)
 * @param replicaIdentity what publications tell of a deleted row: {@code d}, {@code n}, {@code f},
 *     {@code i}
 * @param extension the extension that it belongs to, or empty
 */
public record Relation(
        long oid,
        String schema,
        String name,
        Kind kind,
        long owner,
        boolean rowSecurity,
        boolean forced,
        boolean partition,
        List<String> options,
        Set<Command> written,
        char replicaIdentity,
        String extension,
        List<Grant> acl,
        List<Column> columns) {

    public Relation {
        options = List.copyOf(options);
        written = Set.copyOf(written);
        acl = List.copyOf(acl);
        columns = List.copyOf(columns);
    }

    /** What a relation is. */
    public enum Kind {
        TABLE,
        PARTITIONED_TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        FOREIGN_TABLE,
        SEQUENCE;

        /** Whether it holds rows of its own that policies can guard. */
        public boolean isTable() {
            return this == TABLE || this == PARTITIONED_TABLE;
        }
    }

    /** Whether the command can be executed on it at all, whoever may. */
    public boolean takes(Command command) {
        return command == Command.SELECT || written.contains(command);
    }

    /** {@code schema.name}, as results name it. */
    public String fullName() {
        return schema + "." + name;
    }

    /** The column of that number. */
    public Optional<Column> column(int number) {
        return columns.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The column of that name. */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(each -> each.name().equals(columnName)).findFirst();
    }

    /**
     * Whether a view runs its query with the rights of whoever asks (PostgreSQL 15 and newer;
     * sql-createview).
     */
    public boolean isInvokersView() {
        return options.stream().anyMatch(Relation::turnsInvokerOn);
    }

    private static boolean turnsInvokerOn(String option) {
        return switch (option) {
            case "security_invoker=true",
                    "security_invoker=on",
                    "security_invoker=yes",
                    "security_invoker=1" ->
                    true;
            default -> false;
        };
    }
}
