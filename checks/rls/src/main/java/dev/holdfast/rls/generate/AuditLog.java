package dev.holdfast.rls.generate;

import dev.holdfast.rls.catalog.Relation;

/** A table of who changed what, and the triggers that fill it. */
final class AuditLog {
    private static final String TABLE = Writer.SCHEMA + ".audit_log";
    private static final String FUNCTION = Writer.SCHEMA + ".write_audit_log()";
    private static final String IDENTITY = Writer.SCHEMA + ".audit_identity()";

    private final Tables tables;
    private final Audience audience;
    private final Asking asking;

    AuditLog(Tables tables, Audience audience, Asking asking) {
        this.tables = tables;
        this.audience = audience;
        this.asking = asking;
    }

    void write(Script script) {
        script.title("Audit log")
                .comment(
                        "Who changed what. It holds whole rows: leave tables out whose rows must not"
                                + " be kept. Nobody has a grant on it; row security is forced, and its one"
                                + " policy lets the owner of the function below append, and nobody read,"
                                + " change or remove. Read it with a role that has BYPASSRLS.")
                .statement(
                        """
                        CREATE TABLE IF NOT EXISTS %s (
                          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                          happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                          transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
                          identity text,
                          role text NOT NULL,
                          table_schema text NOT NULL,
                          table_name text NOT NULL,
                          command text NOT NULL CHECK (command IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE')),
                          old_row jsonb,
                          new_row jsonb
                        )\
                        """
                                .formatted(TABLE))
                .statement(
                        "ALTER TABLE "
                                + TABLE
                                + " ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
                .statement("REVOKE ALL ON TABLE " + TABLE + " FROM " + audience.everybody())
                .statement("DROP POLICY IF EXISTS append ON " + TABLE)
                .statement(
                        "CREATE POLICY append ON "
                                + TABLE
                                + " FOR INSERT TO CURRENT_USER WITH CHECK (true)");
        identity(script);
        function(script);
        script.comment(
                "A trigger for the rows of a partitioned table is its partitions', too; one for"
                        + " TRUNCATE is not.");
        tables.all().forEach(each -> triggers(script, each));
    }

    /** A function of its own: its names are resolved when it is made. */
    private void identity(Script script) {
        String expression =
                asking.byRole()
                        ? "NULL::text"
                        : asking.plainIdentity()
                                .map(each -> "(" + each + ")::text")
                                .orElse("NULL::text");
        script.statement(
                        "CREATE OR REPLACE FUNCTION "
                                + IDENTITY
                                + " RETURNS text LANGUAGE sql STABLE\n  RETURN "
                                + expression)
                .statement("REVOKE ALL ON FUNCTION " + IDENTITY + " FROM " + audience.everybody());
    }

    private void function(Script script) {
        script.comment(
                        "current_user is the function's owner in here; the setting role is what SET"
                                + " ROLE said, and none of a session that did not say it.")
                .statement(
                        """
                        CREATE OR REPLACE FUNCTION %1$s RETURNS trigger
                          LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
                        DECLARE
                          acting text := coalesce(nullif(current_setting('role', true), 'none'), session_user);
                        BEGIN
                          INSERT INTO %2$s (identity, role, table_schema, table_name, command, old_row, new_row)
                          VALUES (%3$s, acting, tg_table_schema, tg_table_name, tg_op,
                                  CASE WHEN tg_op IN ('UPDATE', 'DELETE') THEN to_jsonb(old) END,
                                  CASE WHEN tg_op IN ('INSERT', 'UPDATE') THEN to_jsonb(new) END);
                          RETURN NULL;
                        END $body$\
                        """
                                .formatted(FUNCTION, TABLE, asking.byRole() ? "acting" : IDENTITY))
                .statement("REVOKE ALL ON FUNCTION " + FUNCTION + " FROM " + audience.everybody());
    }

    private void triggers(Script script, Relation table) {
        String on = " ON " + Names.of(table);
        if (!tables.is(table, Treatment.PARTITION)) {
            script.statement("DROP TRIGGER IF EXISTS holdfast_audit_rows" + on)
                    .statement(
                            "CREATE TRIGGER holdfast_audit_rows AFTER INSERT OR UPDATE OR DELETE"
                                    + on
                                    + "\n  FOR EACH ROW EXECUTE FUNCTION "
                                    + FUNCTION);
        }
        script.statement("DROP TRIGGER IF EXISTS holdfast_audit_truncate" + on)
                .statement(
                        "CREATE TRIGGER holdfast_audit_truncate AFTER TRUNCATE"
                                + on
                                + "\n  FOR EACH STATEMENT EXECUTE FUNCTION "
                                + FUNCTION);
    }
}
