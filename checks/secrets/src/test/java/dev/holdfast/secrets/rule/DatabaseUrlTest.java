package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    private final TokenForge forge = new TokenForge(3986);
    private final String password = forge.text(Alphabet.BASE62, 12);

    private static void assertFound(String url, String text) {
        assertEquals(List.of("database-url " + url), Scans.found(text), text);
    }

    private static Severity severity(String url) {
        return Scans.tokens(url).getFirst().assessment().severity();
    }

    @Test
    void findsPasswordsOfEveryKind() {
        for (String each :
                List.of(
                        password,
                        "p@ss" + password,
                        "p%40ss%2F" + password,
                        "pa/ss?" + password,
                        "$tr0ng" + password,
                        "a:b:" + password,
                        "Winter2026!",
                        "correct-horse-battery",
                        "12345678",
                        "pässwört" + password)) {
            for (String rest :
                    List.of("db.internal/shop", "db.internal:5432", "db", "10.0.0.7/x?y=z")) {
                String url = "postgres://shop:" + each + "@" + rest;
                assertFound(url, "'" + url + "'");
            }
        }
    }

    @Test
    void endsWhereTheNextBegins() {
        // Else each of many would be read, and told, to the furthest end of all of them.
        String url = "postgres://shop:" + password + "@";
        List<String> found = Scans.found(url.repeat(300) + "db.internal");
        assertEquals(
                List.of("database-url " + url, "database-url " + url + "db.internal"),
                found.stream().distinct().toList());
        assertEquals(300, found.size());
        String query = "mysql://shop:" + password + "@db/a?next=https://example.test/b";
        assertFound(query, "'" + query + "'");
        String nested = "mysql://shop:" + password + "@db/a?b=https://c/?d=https://e/?f=";
        assertFound(nested, "'" + nested + "https://g'");
    }

    @Test
    void knowsSchemesAndDrivers() {
        for (String scheme :
                List.of(
                        "postgres",
                        "postgresql",
                        "postgresql+asyncpg",
                        "mysql",
                        "mysql+pymysql",
                        "mariadb",
                        "mongodb",
                        "mongodb+srv",
                        "redis",
                        "rediss",
                        "amqp",
                        "amqps",
                        "mssql",
                        "sqlserver",
                        "clickhouse",
                        "cockroachdb")) {
            String url = scheme + "://u:" + password + "@h.internal/x";
            assertFound(url, "`" + url + "`");
        }
        for (String other : List.of("gopher", "postgresqlx", "sql", "redisx")) {
            String url = other + "://u:" + password + "@h.internal/x";
            assertEquals(List.of(), Scans.found(url), url);
        }
    }

    @Test
    void knowsHostsOfEveryKind() {
        for (String host :
                List.of(
                        "[2001:db8::1]:5432",
                        "[2001:db8::1]",
                        "h1.internal:27017,h2.internal:27017,h3.internal:27017",
                        "h.internal",
                        "127.0.0.1:6379",
                        "db_1")) {
            String url = "mongodb://u:" + password + "@" + host + "/shop?replicaSet=rs0&w=1";
            assertFound(url, "\"" + url + "\"");
        }
        // The program adds the host; the password is there all the same.
        assertFound("redis://:" + password + "@", "`redis://:" + password + "@${host}`");
    }

    @Test
    void endsWhereTheTextAroundItGoesOn() {
        String url = "postgres://u:" + password + "@h.internal/shop?sslmode=require";
        for (String behind :
                List.of(
                        "\"", "\\\"", "'", "`", "\\n", " ", ")", "]\"", "}", ";x", ",next",
                        ". More", "<", "&quot;", "&#39;", "&#x27;", "|")) {
            assertFound(url, url + behind);
        }
        String token = "npm_" + forge.text(Alphabet.BASE62, 36);
        String bare = "redis://:" + password + "@cache:6379";
        assertEquals(
                List.of("database-url " + bare, "npm-token " + token),
                Scans.found(bare + "," + token));
    }

    @Test
    void readsThroughEscapes() {
        String url = "postgres://u:" + password + "@h.internal/shop?a=1&b=2";
        assertFound(url.replace("/", "\\/"), "\"" + url.replace("/", "\\/") + "\"");
        assertFound(url.replace("/", "\\u002F"), "\"" + url.replace("/", "\\u002F") + "\"");
        assertFound(url.replace("&", "\\u0026"), "\"" + url.replace("&", "\\u0026") + "\"");
        assertFound(url.replace("&", "&amp;"), "\"" + url.replace("&", "&amp;") + "\"");
        String encoded = java.net.URLEncoder.encode(url, java.nio.charset.StandardCharsets.UTF_8);
        assertFound(encoded, "?url=" + encoded + "&next=1");
    }

    @Test
    void leavesOutPlacesForPasswords() {
        for (String each :
                List.of(
                        "${DB_PASSWORD}",
                        "${encodeURIComponent(e.password)}",
                        "$DB_PASSWORD",
                        "{password}",
                        "{{ password }}",
                        "#{password}",
                        "%s",
                        "%(password)s",
                        "[YOUR-PASSWORD]",
                        "__PASSWORD__",
                        "password",
                        "PASSWORD",
                        "pass",
                        "pwd",
                        "secret",
                        "changeme",
                        "your_password",
                        "********",
                        "xxxxxx",
                        "...")) {
            String url = "postgres://shop:" + each + "@db.internal/shop";
            assertEquals(List.of(), Scans.found("\"" + url + "\""), url);
        }
        assertEquals(List.of(), Scans.found("\"postgres://u:<password>@db.internal/shop\""));
        assertEquals(List.of(), Scans.found("\"postgres://\"+u+\":\"+p+\"@\"+h"));
        assertEquals(List.of(), Scans.found("`postgres://${u}:${p}@${h}/${d}`"));
    }

    @Test
    void leavesOutUrlsWithoutPasswords() {
        for (String url :
                List.of(
                        "postgres://db.internal",
                        "postgres://db.internal:5432/shop",
                        "postgres://shop@db.internal/shop",
                        "postgres://shop:@db.internal/shop",
                        "postgres://db.internal:5432/a@b",
                        "postgres://db.internal/shop?user=a:b@c",
                        "redis://cache:6379/0",
                        "mongodb://a:27017,b:27017/x?c=d@e",
                        "postgres:shop:" + password + "@h",
                        "postgres//shop:" + password + "@h")) {
            assertEquals(List.of(), Scans.found("\"" + url + "\""), url);
        }
    }

    @Test
    void leavesOutTheDefaultOfRabbitMq() {
        assertEquals(List.of(), Scans.found("\"amqp://guest:guest@localhost:5672\""));
        assertEquals(1, Scans.found("\"amqp://guest:guest@mq.internal:5672\"").size());
    }

    @Test
    void aDatabaseOnTheMachineItselfIsLow() {
        for (String host :
                List.of(
                        "localhost",
                        "localhost:5432",
                        "LOCALHOST",
                        "db.localhost",
                        "127.0.0.1:5432",
                        "127.1.2.3",
                        "[::1]:5432",
                        "[::1]",
                        "0.0.0.0",
                        "host.docker.internal:5432")) {
            assertEquals(
                    Severity.LOW, severity("postgres://u:" + password + "@" + host + "/x"), host);
        }
        for (String host :
                List.of("localhost.example.net", "db", "10.0.0.1", "[2001:db8::1]", "")) {
            assertEquals(
                    Severity.CRITICAL,
                    severity("postgres://u:" + password + "@" + host + "/x"),
                    host);
        }
    }
}
