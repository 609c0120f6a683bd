package dev.holdfast.rls.access;

import dev.holdfast.rls.server.Servers;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Since PostgreSQL 16 every membership says by itself what it gives. */
class MembershipOptionsTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MACHINE")
    void agreesWithTheServer(Servers servers) throws IOException, SQLException {
        try (Lab lab = new Lab(servers)) {
            lab.compare(
                    """
                    CREATE TABLE t (id int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
                    RESET ROLE; CREATE ROLE readers; GRANT SELECT, MAINTAIN ON t TO readers;
                    CREATE ROLE a; GRANT readers TO a WITH INHERIT FALSE;
                    CREATE ROLE b NOINHERIT; GRANT readers TO b WITH INHERIT TRUE;
                    CREATE ROLE c; GRANT b TO c WITH SET FALSE;
                    CREATE ROLE d; GRANT a TO d;
                    CREATE ROLE e; GRANT maker TO e WITH INHERIT FALSE, SET TRUE;
                    CREATE ROLE f; GRANT maker TO f;
                    GRANT pg_maintain TO anon;
                    """);
        }
    }
}
