package dev.holdfast.rls.server.stub;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.sql.SqlScript;
import dev.holdfast.rls.server.sql.SqlStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What a platform has in its databases before the first migration runs. */
public enum StubPack {
    /** Roles, schemas, functions and default privileges of Supabase. */
    SUPABASE,
    /**
     * Nothing: PostgREST has no roles of its own, and a role that migrations refer to is made when
     * they do.
     */
    POSTGREST,
    /** Nothing. */
    PLAIN;

    /** The schemas that the platform's interface shows unless it is told otherwise. */
    public List<String> exposedSchemas() {
        return this == SUPABASE ? List.of("public", "graphql_public") : List.of("public");
    }

    /**
     * Fills an empty database with it.
     *
     * @param newTables what Supabase's default privileges are; nothing to the others
     */
    public void applyTo(Database database, NewTables newTables) throws IOException, SQLException {
        if (this == SUPABASE) {
            database.asSuperuser(statements("supabase.sql"));
            if (newTables == NewTables.GRANTED) {
                database.asSuperuser(statements("supabase-granted.sql"));
            }
        }
    }

    private static List<String> statements(String resource) throws IOException {
        try (InputStream in = StubPack.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the resource " + resource + " is missing");
            }
            return SqlScript.statements(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .stream()
                    .map(SqlStatement::text)
                    .toList();
        }
    }
}
