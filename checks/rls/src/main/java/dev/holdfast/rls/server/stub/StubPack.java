package dev.holdfast.rls.server.stub;

import dev.holdfast.rls.server.Database;
import dev.holdfast.rls.server.migration.MigrationLayout;
import dev.holdfast.rls.server.migration.Migrations;
import dev.holdfast.rls.server.sql.SqlScript;
import dev.holdfast.rls.server.sql.SqlStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern OF_SUPABASE =
            Pattern.compile(
                    "(?i)\\b(?:auth\\s*\\.\\s*(?:uid|jwt|role|email|users)|storage\\s*\\.\\s*(?:objects|buckets)"
                            + "|service_role|supabase_\\w+)\\b");
    private static final Pattern OF_POSTGREST =
            Pattern.compile("(?i)\\b(?:request\\.jwt\\.claims?|authenticator|web_anon|pgrst)\\b");

    /** The pack that migrations seem to be written for: what they name, and where they lie. */
    public static StubPack fitting(Migrations migrations) {
        if (migrations.layout() == MigrationLayout.SUPABASE || names(migrations, OF_SUPABASE)) {
            return SUPABASE;
        }
        return names(migrations, OF_POSTGREST) ? POSTGREST : PLAIN;
    }

    private static boolean names(Migrations migrations, Pattern pattern) {
        return migrations.files().stream().anyMatch(file -> pattern.matcher(file.sql()).find());
    }

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
            List<String> all = new ArrayList<>(statements("supabase.sql"));
            if (newTables == NewTables.GRANTED) {
                all.addAll(statements("supabase-granted.sql"));
            }
            database.asSuperuser(all);
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
