package dev.holdfast.rls.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Functions, operators and types, and what is run on behalf of relations. */
final class ProgramRows {
    private final Rows rows;

    ProgramRows(Rows rows) {
        this.rows = rows;
    }

    Map<Long, Function> functions() throws SQLException {
        Map<Long, Function> functions = new LinkedHashMap<>();
        // The bodies of PostgreSQL's own are names in its program and tell nothing.
        rows.each(
                "SELECT p.oid, n.nspname, p.proname, array_to_string(p.proargtypes, ','),"
                        + " CASE WHEN p.oid < 16384 THEN '' ELSE"
                        + " pg_get_function_identity_arguments(p.oid) END, p.proowner, l.lanname,"
                        + " p.prosecdef, p.proleakproof, p.proisstrict, p.provolatile, p.proretset,"
                        + " p.prorettype, array_to_string(p.proconfig, E'\\x1f'),"
                        + " CASE WHEN p.oid < 16384 THEN '' ELSE p.prosrc END,"
                        + " CASE WHEN p.oid < 16384 THEN NULL ELSE p.prosqlbody::text END,"
                        + " p.proargdefaults::text,"
                        + " CASE WHEN p.oid < 16384 THEN NULL ELSE (SELECT e.extname FROM pg_depend"
                        + " d JOIN pg_extension e ON e.oid = d.refobjid WHERE d.classid ="
                        + " 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid ="
                        + " 'pg_extension'::regclass AND d.deptype = 'e') END,"
                        + " CASE WHEN p.oid < 16384 AND p.proacl IS NULL THEN '0:EXECUTE:f' ELSE "
                        + Acls.sql("p.proacl", "'f'", "p.proowner")
                        + " END FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                        + " JOIN pg_language l ON l.oid = p.prolang ORDER BY 2, 3, 1",
                row ->
                        functions.put(
                                row.number(1),
                                new Function(
                                        row.number(1),
                                        row.text(2),
                                        row.text(3),
                                        row.numbers(4),
                                        row.text(5),
                                        row.number(6),
                                        row.text(7),
                                        row.flag(8),
                                        row.flag(9),
                                        row.flag(10),
                                        row.letter(11),
                                        row.flag(12),
                                        row.number(13),
                                        row.texts(14),
                                        row.text(15),
                                        tree(row, 16),
                                        tree(row, 17),
                                        row.text(18),
                                        row.grants(19))));
        return functions;
    }

    private static Optional<String> tree(Rows.Row row, int column) throws SQLException {
        return row.isNull(column) ? Optional.empty() : Optional.of(row.text(column));
    }

    Map<Long, Operator> operators() throws SQLException {
        Map<Long, Operator> operators = new LinkedHashMap<>();
        rows.each(
                """
                SELECT o.oid, n.nspname, o.oprname, o.oprcode::oid, o.oprleft, o.oprright,
                       o.oprresult
                  FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
                """,
                row ->
                        operators.put(
                                row.number(1),
                                new Operator(
                                        row.number(1),
                                        row.text(2),
                                        row.text(3),
                                        row.number(4),
                                        row.number(5),
                                        row.number(6),
                                        row.number(7))));
        return operators;
    }

    Map<Long, Type> types() throws SQLException {
        Map<Long, Type> types = new LinkedHashMap<>();
        rows.each(
                """
                SELECT t.oid, n.nspname, t.typname, t.typtype, t.typbasetype,
                       CASE WHEN t.typsubscript = 'array_subscript_handler'::regproc
                            THEN t.typelem ELSE 0 END,
                       t.typcategory
                  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                """,
                row ->
                        types.put(
                                row.number(1),
                                new Type(
                                        row.number(1),
                                        row.text(2),
                                        row.text(3),
                                        row.letter(4),
                                        row.number(5),
                                        row.number(6),
                                        row.letter(7))));
        return types;
    }

    /** Those of users, and those by which different texts are equal (since PostgreSQL 12). */
    Map<Long, Collation> collations() throws SQLException {
        Map<Long, Collation> collations = new LinkedHashMap<>();
        rows.each(
                """
                SELECT c.oid, n.nspname, c.collname, c.collisdeterministic,
                       (to_jsonb(c) - 'oid' - 'collnamespace' - 'collowner' - 'collversion')::text
                  FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
                 WHERE c.oid >= 16384 OR NOT c.collisdeterministic ORDER BY 2, 3, 1
                """,
                row ->
                        collations.put(
                                row.number(1),
                                new Collation(
                                        row.number(1),
                                        row.text(2),
                                        row.text(3),
                                        row.flag(4),
                                        row.text(5))));
        return collations;
    }

    List<Rule> rules() throws SQLException {
        List<Rule> rules = new ArrayList<>();
        rows.each(
                """
                SELECT r.oid, r.ev_class, r.rulename, r.ev_type, r.ev_action::text
                  FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 2, 3
                """,
                row ->
                        rules.add(
                                new Rule(
                                        row.number(1),
                                        row.number(2),
                                        row.text(3),
                                        row.letter(4),
                                        row.text(5))));
        return rules;
    }

    /** The bits of tgtype stand in src/include/catalog/pg_trigger.h. */
    List<Trigger> triggers() throws SQLException {
        List<Trigger> triggers = new ArrayList<>();
        rows.each(
                """
                SELECT tgname, tgrelid, tgfoid, tgtype & 2 <> 0, tgtype & 1 <> 0,
                       CASE WHEN tgtype & 4 <> 0 THEN 'a' ELSE '' END
                       || CASE WHEN tgtype & 16 <> 0 THEN 'w' ELSE '' END
                       || CASE WHEN tgtype & 8 <> 0 THEN 'd' ELSE '' END
                       || CASE WHEN tgtype & 32 <> 0 THEN 't' ELSE '' END
                  FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D' ORDER BY 2, 1
                """,
                row ->
                        triggers.add(
                                new Trigger(
                                        row.text(1),
                                        row.number(2),
                                        row.number(3),
                                        row.flag(4),
                                        row.flag(5),
                                        row.text(6))));
        return triggers;
    }

    List<Dependency> dependencies() throws SQLException {
        List<Dependency> dependencies = new ArrayList<>();
        rows.each(
                """
                SELECT DISTINCT d.classid::regclass::text, d.objid,
                       CASE WHEN d.refclassid = 'pg_class'::regclass THEN d.refobjid ELSE 0 END,
                       CASE WHEN d.refclassid = 'pg_proc'::regclass THEN d.refobjid ELSE 0 END
                  FROM pg_depend d
                 WHERE d.deptype IN ('n', 'a')
                   AND d.classid IN ('pg_policy'::regclass, 'pg_rewrite'::regclass,
                                     'pg_proc'::regclass, 'pg_trigger'::regclass,
                                     'pg_constraint'::regclass, 'pg_attrdef'::regclass)
                   AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass)
                   AND d.refobjid >= 16384
                 ORDER BY 1, 2, 3, 4
                """,
                row ->
                        dependencies.add(
                                new Dependency(
                                        kind(row.text(1)),
                                        row.number(2),
                                        row.number(3),
                                        row.number(4))));
        return dependencies;
    }

    private static Dependency.Kind kind(String catalog) {
        return switch (catalog) {
            case "pg_policy" -> Dependency.Kind.POLICY;
            case "pg_rewrite" -> Dependency.Kind.RULE;
            case "pg_proc" -> Dependency.Kind.FUNCTION;
            case "pg_trigger" -> Dependency.Kind.TRIGGER;
            case "pg_constraint" -> Dependency.Kind.CONSTRAINT;
            default -> Dependency.Kind.DEFAULT;
        };
    }
}
