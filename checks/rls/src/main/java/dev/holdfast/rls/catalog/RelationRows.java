package dev.holdfast.rls.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Relations with their columns, policies, constraints and indexes. */
final class RelationRows {
    /** Relations that are not PostgreSQL's own. */
    private static final String OURS =
            " n.nspname NOT IN ('pg_catalog', 'information_schema')"
                    + " AND n.nspname !~ '^pg_(toast|temp|toast_temp)' ";

    private final Rows rows;

    RelationRows(Rows rows) {
        this.rows = rows;
    }

    Map<Long, Relation> relations() throws SQLException {
        Map<Long, List<Column>> columns = columns();
        Map<Long, Relation> relations = new LinkedHashMap<>();
        rows.each(
                "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relowner, c.relrowsecurity,"
                        + " c.relforcerowsecurity, c.relispartition,"
                        + " array_to_string(c.reloptions, E'\\x1f'),"
                        // A foreign table would ask its server's library.
                        + " CASE c.relkind WHEN 'v' THEN pg_relation_is_updatable(c.oid, true)"
                        + " WHEN 'm' THEN 0 WHEN 'S' THEN 0 ELSE "
                        + Written.ALL
                        + " END, c.relreplident,"
                        + " (SELECT e.extname FROM pg_depend d JOIN pg_extension e ON e.oid ="
                        + " d.refobjid WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid"
                        + " AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'), "
                        + Acls.sql(
                                "c.relacl",
                                "CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\"",
                                "c.relowner")
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND"
                        + OURS
                        + "ORDER BY n.nspname, c.relname",
                row ->
                        relations.put(
                                row.number(1),
                                new Relation(
                                        row.number(1),
                                        row.text(2),
                                        row.text(3),
                                        kind(row.letter(4)),
                                        row.number(5),
                                        row.flag(6),
                                        row.flag(7),
                                        row.flag(8),
                                        row.texts(9),
                                        Written.of((int) row.number(10)),
                                        row.letter(11),
                                        row.text(12),
                                        row.grants(13),
                                        columns.getOrDefault(row.number(1), List.of()))));
        return relations;
    }

    private static Relation.Kind kind(char letter) {
        return switch (letter) {
            case 'r' -> Relation.Kind.TABLE;
            case 'p' -> Relation.Kind.PARTITIONED_TABLE;
            case 'v' -> Relation.Kind.VIEW;
            case 'm' -> Relation.Kind.MATERIALIZED_VIEW;
            case 'f' -> Relation.Kind.FOREIGN_TABLE;
            default -> Relation.Kind.SEQUENCE;
        };
    }

    private Map<Long, List<Column>> columns() throws SQLException {
        Map<Long, List<Column>> columns = new HashMap<>();
        rows.each(
                "SELECT a.attrelid, a.attnum, a.attname, a.atttypid,"
                        + " format_type(a.atttypid, a.atttypmod), a.attnotnull AND NOT EXISTS (SELECT"
                        // From 18 on it may be NOT VALID: rows that were there may be NULL.
                        + " FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'n'"
                        + " AND NOT k.convalidated AND k.conkey = ARRAY[a.attnum]),"
                        + " a.atthasdef OR a.attidentity <> '' OR NOT a.attnotnull,"
                        + " a.attgenerated <> '' OR a.attidentity = 'a',"
                        + " CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END, "
                        + Acls.exploded("a.attacl")
                        + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attrdef d"
                        + " ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                        + " WHERE a.attnum > 0 AND NOT a.attisdropped"
                        + " AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND"
                        + OURS
                        + "ORDER BY a.attrelid, a.attnum",
                row ->
                        columns.computeIfAbsent(row.number(1), _ -> new ArrayList<>())
                                .add(
                                        new Column(
                                                (int) row.number(2),
                                                row.text(3),
                                                row.number(4),
                                                row.text(5),
                                                row.flag(6),
                                                row.flag(7),
                                                row.flag(8),
                                                row.text(9),
                                                row.grants(10))));
        return columns;
    }

    List<Policy> policies() throws SQLException {
        List<Policy> policies = new ArrayList<>();
        rows.each(
                """
                SELECT oid, polname, polrelid, polcmd, polpermissive,
                       array_to_string(polroles, ','),
                       polqual::text, pg_get_expr(polqual, polrelid),
                       polwithcheck::text, pg_get_expr(polwithcheck, polrelid)
                  FROM pg_policy ORDER BY polrelid, polname
                """,
                row ->
                        policies.add(
                                new Policy(
                                        row.number(1),
                                        row.text(2),
                                        row.number(3),
                                        Command.of(row.letter(4)),
                                        row.flag(5),
                                        row.numbers(6),
                                        stored(row, 7),
                                        stored(row, 9))));
        return policies;
    }

    private static Optional<Stored> stored(Rows.Row row, int column) throws SQLException {
        return row.isNull(column)
                ? Optional.empty()
                : Optional.of(new Stored(row.text(column), row.text(column + 1)));
    }

    List<Constraint> constraints() throws SQLException {
        List<Constraint> constraints = new ArrayList<>();
        rows.each(
                "SELECT k.conname, k.contype, k.conrelid, array_to_string(k.conkey, ','),"
                        + " k.confrelid, array_to_string(k.confkey, ','), k.confdeltype,"
                        + " k.confupdtype, k.convalidated AND NOT k.condeferrable"
                        // Its triggers may be off, and its index incomplete.
                        + " AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgconstraint = k.oid"
                        + " AND t.tgenabled NOT IN ('O', 'A')) AND NOT EXISTS (SELECT FROM pg_index"
                        + " i WHERE i.indexrelid = k.conindid AND NOT i.indisvalid)"
                        // What refers to another text than its own is no fact of texts.
                        + " AND NOT (k.contype = 'f' AND EXISTS (SELECT FROM pg_attribute a"
                        + " JOIN pg_collation o ON o.oid = a.attcollation"
                        + " WHERE NOT o.collisdeterministic AND (a.attrelid = k.conrelid"
                        + " AND a.attnum = ANY (k.conkey) OR a.attrelid = k.confrelid"
                        + " AND a.attnum = ANY (k.confkey)))), k.conbin::text,"
                        + " pg_get_constraintdef(k.oid)"
                        + " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE k.contype IN ('p', 'u', 'f', 'c', 'x', 'n')"
                        // A key to a partitioned table has one more row for each partition.
                        + " AND NOT (k.contype = 'f' AND k.conparentid <> 0 AND EXISTS (SELECT"
                        + " FROM pg_constraint o WHERE o.oid = k.conparentid"
                        + " AND o.conrelid = k.conrelid)) AND"
                        + OURS
                        + "ORDER BY k.conrelid, k.conname",
                row ->
                        constraints.add(
                                new Constraint(
                                        row.text(1),
                                        constraintKind(row.letter(2)),
                                        row.number(3),
                                        row.places(4),
                                        row.number(5),
                                        row.places(6),
                                        row.letter(7),
                                        row.letter(8),
                                        row.flag(9),
                                        stored(row, 10))));
        return constraints;
    }

    private static Constraint.Kind constraintKind(char letter) {
        return switch (letter) {
            case 'p' -> Constraint.Kind.PRIMARY_KEY;
            case 'u' -> Constraint.Kind.UNIQUE;
            case 'f' -> Constraint.Kind.FOREIGN_KEY;
            case 'c' -> Constraint.Kind.CHECK;
            case 'n' -> Constraint.Kind.NOT_NULL;
            default -> Constraint.Kind.EXCLUSION;
        };
    }

    List<Index> indexes() throws SQLException {
        List<Index> indexes = new ArrayList<>();
        rows.each(
                "SELECT i.relname, x.indrelid, array_to_string(x.indkey, ','), x.indisunique,"
                        + " x.indisprimary, x.indisvalid, x.indpred IS NULL, x.indnkeyatts"
                        + " FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid"
                        + " JOIN pg_class c ON c.oid = x.indrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE"
                        + OURS
                        + "ORDER BY x.indrelid, i.relname",
                row ->
                        indexes.add(
                                new Index(
                                        row.text(1),
                                        row.number(2),
                                        row.places(3).stream().limit(row.number(8)).toList(),
                                        row.flag(4),
                                        row.flag(5),
                                        row.flag(6),
                                        row.flag(7))));
        return indexes;
    }

    List<Catalog.Inheritance> inheritances() throws SQLException {
        List<Catalog.Inheritance> inheritances = new ArrayList<>();
        rows.each(
                "SELECT inhrelid, inhparent FROM pg_inherits ORDER BY 1, inhseqno",
                row -> inheritances.add(new Catalog.Inheritance(row.number(1), row.number(2))));
        return inheritances;
    }
}
