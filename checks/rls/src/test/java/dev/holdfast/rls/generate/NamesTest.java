package dev.holdfast.rls.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.rls.server.Servers;
import dev.holdfast.rls.server.ThrowawayServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NamesTest {
    @ParameterizedTest
    @EnumSource(Servers.class)
    void knowsTheKeywordsOfEveryServer(Servers where) throws Exception {
        Set<String> missing = new TreeSet<>();
        try (ThrowawayServer server = where.start();
                Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'")) {
            while (rows.next()) {
                if (!Names.KEYWORDS.contains(rows.getString(1))) {
                    missing.add(rows.getString(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void quotesWhatHasToBe() {
        assertEquals("notes", Names.of("notes"));
        assertEquals("\"select\"", Names.of("select"));
        assertEquals("\"Order Lines\"", Names.of("Order Lines"));
        assertEquals("\"a\"\"b\"", Names.of("a\"b"));
    }

    @Test
    void noNameEndsAComment() {
        String text = new Script().comment("the table x\ndrop table y;\r-- z").toString();
        assertEquals("-- the table x drop table y; -- z\n", text);
        assertTrue(
                new Script()
                        .comment("word ".repeat(60))
                        .toString()
                        .lines()
                        .allMatch(each -> each.startsWith("--") && each.length() <= 96));
    }
}
