package dev.holdfast.secrets.place;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedValuesTest {
    private static final String TOKEN = "FOUND";

    private static String shown(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        int start = line.indexOf(TOKEN);
        return Excerpts.around(
                        bytes,
                        bytes.length,
                        start,
                        start + TOKEN.length(),
                        List.of(new Span(start, start + TOKEN.length())),
                        1,
                        start + 1)
                .lines()
                .getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k='FOUND'; password = \"hunter two\"",
                "PASS=hunter two; k=FOUND",
                "{\"dbPassword\": \"hunter\", \"k\": \"FOUND\"}",
                "const secret: string = 'hunter', k = 'FOUND'",
                "password = env.P || 'hunter'; k = 'FOUND'",
                "mysql --password hunter --key FOUND",
                "mysql --password=hunter --key FOUND",
                "curl -u ann:hunter -H 'X: FOUND'",
                "Authorization: Bearer hunter FOUND",
                "<password>hunter</password><k>FOUND</k>",
                "CREATE USER a IDENTIFIED BY 'hunter'; -- FOUND",
                "amqp://ann:hunter@host FOUND",
                "sh -c \"PASS=hunter k=FOUND\"",
                "mysql -phunter --key FOUND",
                "sshpass -p hunter --key FOUND",
                "ldapsearch -w hunter --key FOUND",
                "curl -uann:hunter -H 'X: FOUND'",
                "machine a login b password hunter # FOUND",
                "db.example:5432:shop:ann:hunter FOUND",
                "ALTER ROLE a PASSWORD 'hunter'; -- FOUND",
                "ENV DB_PASSWORD hunter FOUND",
                "<add key=\"password\" value=\"hunter\" k=\"FOUND\"/>",
                "- {name: DB_PASSWORD, value: hunter} # FOUND",
                "a.setPassword(\"hunter\"); b = 'FOUND'",
                "p = getenv(\"PASSWORD\") or \"hunter\"; b = 'FOUND'",
            })
    void aPasswordBesideAFindingIsNotShown(String line) {
        String shown = shown(line);
        assertFalse(shown.contains("hunter"), shown);
        assertFalse(shown.contains(TOKEN), shown);
        assertTrue(shown.contains("…"), shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user = 'hunter'; k = 'FOUND'",
                "travel('hunter', 'FOUND')",
                "http://hunter/path FOUND",
            })
    void whatHasAnotherNameIsShown(String line) {
        assertTrue(shown(line).contains("hunter"), shown(line));
    }

    @Test
    void aValueThatBeginsBeforeWhatIsShownIsNotShown() {
        String shown = shown("password = '" + "word ".repeat(12) + "' FOUND");
        assertFalse(shown.contains("word "), shown);
    }
}
