package dev.holdfast.rls.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrowawayServerTest {

    @ParameterizedTest
    @EnumSource
    void answersAsAnOwnerWhoIsNoSuperuser(Servers each) throws Exception {
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            try (ThrowawayServer server = each.start()) {
                long t2 = System.nanoTime();
                try (Connection connection = server.database().connect();
                        Statement statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery(
                                        "SELECT current_user, current_setting('is_superuser'),"
                                                + " current_setting('server_version_num')::int / 10000")) {
                    row.next();
                    assertEquals("postgres", row.getString(1));
                    assertEquals("off", row.getString(2));
                    assertEquals(server.version().major(), row.getInt(3));
                }
                System.out.println(
                        each
                                + " start "
                                + (t2 - t) / 1000000
                                + " ms, query "
                                + (System.nanoTime() - t2) / 1000000);
                t = System.nanoTime();
            }
            System.out.println("stop " + (System.nanoTime() - t) / 1000000);
        }
    }
}
