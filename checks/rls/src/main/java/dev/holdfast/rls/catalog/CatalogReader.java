package dev.holdfast.rls.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalogue in one transaction: {@code REPEATABLE READ READ ONLY}, so that all parts are
 * of one moment and nothing can be written. Any role may read these catalogues (PostgreSQL
 * documentation, chapter 53); what it may not read is a gap and not an absence.
 */
public final class CatalogReader {
    private final Rows rows;
    private final List<String> gaps = new ArrayList<>();

    private CatalogReader(Connection connection) {
        rows = new Rows(connection);
    }

    /**
     * The catalogue behind a connection, which is left outside of a transaction.
     *
     * @throws SQLException when the server refuses
     */
    public static Catalog read(Connection connection) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            Catalog catalog = within(connection);
            connection.rollback();
            return catalog;
        } catch (SQLException failed) {
            rollBack(connection, failed);
            throw failed;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(before);
            }
        }
    }

    private static void rollBack(Connection connection, SQLException failed) {
        try {
            connection.rollback();
        } catch (SQLException closed) {
            failed.addSuppressed(closed);
        }
    }

    private static Catalog within(Connection connection) throws SQLException {
        CatalogReader reader = new CatalogReader(connection);
        reader.rows.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        // Names come out with their schemas, whatever the role or the database sets.
        reader.rows.execute("SET LOCAL search_path = pg_catalog");
        return reader.all();
    }

    /**
     * The same inside the transaction that the connection is in: what it has made and not committed
     * is seen.
     *
     * @throws SQLException when the server refuses
     */
    public static Catalog readHere(Connection connection) throws SQLException {
        CatalogReader reader = new CatalogReader(connection);
        String path = reader.rows.one("SELECT current_setting('search_path')");
        reader.rows.execute("SET LOCAL search_path = pg_catalog");
        Catalog catalog = reader.all();
        reader.rows.execute(
                "SELECT set_config('search_path', '" + path.replace("'", "''") + "', true)");
        return catalog;
    }

    private Catalog all() throws SQLException {
        ServerRows server = new ServerRows(rows);
        RelationRows relations = new RelationRows(rows);
        ProgramRows programs = new ProgramRows(rows);
        Server where = server.server();
        return new Catalog(
                where,
                server.roles(),
                server.memberships(where),
                server.schemas(),
                relations.relations(),
                relations.policies(),
                programs.functions(),
                programs.operators(),
                programs.types(),
                programs.collations(),
                relations.constraints(),
                relations.indexes(),
                programs.rules(),
                programs.triggers(),
                relations.inheritances(),
                server.defaultAcls(),
                programs.dependencies(),
                server.publications(),
                server.extensions(),
                buckets(),
                gaps);
    }

    /** Supabase's storage; a table of the application, which its reader may not be let see. */
    private List<Bucket> buckets() throws SQLException {
        String there = rows.one("SELECT to_regclass('storage.buckets') IS NOT NULL");
        if (!there.equals("t")) {
            return List.of();
        }
        String open =
                rows.one(
                        """
                        SELECT has_schema_privilege('storage', 'USAGE')
                           AND has_table_privilege('storage.buckets', 'SELECT')
                           AND EXISTS (SELECT FROM pg_attribute
                                        WHERE attrelid = 'storage.buckets'::regclass
                                          AND attname = 'public' AND NOT attisdropped)
                           AND (NOT row_security_active('storage.buckets'))
                        """);
        if (!open.equals("t")) {
            gaps.add(
                    "storage.buckets cannot be read as a whole by this role, so that which buckets"
                            + " are public is not known");
            return List.of();
        }
        List<Bucket> buckets = new ArrayList<>();
        rows.each(
                "SELECT id::text, coalesce(public, false) FROM storage.buckets ORDER BY 1",
                row -> buckets.add(new Bucket(row.text(1), row.flag(2))));
        return buckets;
    }
}
