package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.TokenMatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords in URLs of the web and of servers, of JDBC, and in connection strings. */
class UrlPasswordTest {
    private final TokenForge forge = new TokenForge(7617);
    private final String password =
            forge.text(Alphabet.BASE62, 7) + "4" + forge.text(Alphabet.BASE62, 7);

    private static List<String> ids(String text) {
        return Scans.tokens(text).stream().map(Scans::id).toList();
    }

    private static Severity severity(String text) {
        return Scans.tokens(text).getFirst().assessment().severity();
    }

    @Test
    void findsBasicAuthentication() {
        for (String text :
                List.of(
                        "https://deploy:" + password + "@git.internal.net/shop.git",
                        "\"http:\\/\\/deploy:" + password + "@git.internal.net\\/a\"",
                        "git+https://deploy:" + password + "@git.internal.net/shop.git")) {
            assertEquals(List.of("basic-auth-url"), ids(text), text);
            assertEquals(Severity.HIGH, severity(text), text);
        }
    }

    @Test
    void aTokenInItIsToldAsThatToken() {
        String token = "gl" + "pat-" + forge.text(Alphabet.BASE62, 20);
        assertEquals(
                List.of("gitlab-token"), ids("https://oauth2:" + token + "@gitlab.com/a/b.git"));
    }

    @Test
    void leavesOutStandIns() {
        for (String userinfo :
                List.of(
                        "user:pass",
                        "user:password",
                        "username:password",
                        "a:b",
                        "foo:bar",
                        "me:me2",
                        "deploy:deploy",
                        "deploy:xxxxxxxx",
                        "deploy:********",
                        "deploy:${TOKEN}",
                        "deploy:$TOKEN",
                        "deploy:{token}",
                        "deploy:%s",
                        "deploy:your-token",
                        "deploy:[token]",
                        "deploy")) {
            String url = "https://" + userinfo + "@git.internal.net/a";
            assertEquals(List.of(), ids("'" + url + "'"), url);
        }
        for (String host :
                List.of(
                        "example.com",
                        "www.example.org:8080",
                        "shop.example",
                        "shop.test",
                        "x.invalid")) {
            String url = "https://deploy:" + password + "@" + host + "/a";
            assertEquals(List.of(), ids(url), url);
        }
        for (String url :
                List.of(
                        "https://git.internal.net:8443/@shop/" + password,
                        "https://cdn.internal.net/npm/a@1.2.3:" + password,
                        "https://git.internal.net?x=a:" + password + "@b")) {
            assertEquals(List.of(), ids(url), url);
        }
    }

    @Test
    void whatReadsLikeATestIsLow() {
        assertEquals(Severity.LOW, severity("http://deploy:" + password + "@localhost:3000/"));
        assertEquals(Severity.LOW, severity("http://deploy:" + password + "@proxy:3128/"));
        assertEquals(Severity.LOW, severity("http://deploy:strongPassword1@git.internal.net/"));
    }

    @Test
    void findsServersOfOtherKinds() {
        for (String scheme : List.of("ftp", "sftp", "ldap", "ldaps", "smtp", "smtps", "imaps")) {
            String url = scheme + "://shop:" + password + "@files.internal.net/in";
            assertEquals(List.of("server-url"), ids("\"" + url + "\""), url);
        }
        assertEquals(List.of(), ids("ftp://shop:password@files.internal.net/in"));
    }

    @Test
    void findsJdbc() {
        for (String url :
                List.of(
                        "jdbc:postgresql://db.internal/shop?user=shop&password=" + password,
                        "jdbc:mysql://db.internal:3306/shop?password=" + password + "&user=shop",
                        "jdbc:sqlserver://db.internal;user=shop;password=" + password + ";",
                        "jdbc:oracle:thin:shop/" + password + "@//db.internal:1521/shop")) {
            assertEquals(List.of("database-url"), ids("'" + url + "'"), url);
            assertEquals(Severity.CRITICAL, severity("'" + url + "'"), url);
        }
        String local = "jdbc:postgresql://localhost:5432/shop?password=" + password;
        assertEquals(Severity.LOW, severity(local));
        for (String url :
                List.of(
                        "jdbc:postgresql://db.internal/shop",
                        "jdbc:postgresql://db.internal/shop?password=${PASSWORD}",
                        "jdbc:postgresql://db.internal/shop?password=password",
                        "jdbc:oracle:thin:@//db.internal:1521/shop")) {
            assertEquals(List.of(), ids("'" + url + "'"), url);
        }
    }

    @Test
    void findsConnectionStrings() {
        String text =
                "Server=db.internal,1433;Database=shop;User Id=shop;Password=" + password + ";";
        TokenMatch match = Scans.tokens("\"" + text + "\"").getFirst();
        assertEquals("connection-string", Scans.id(match));
        assertEquals(text.indexOf(password) + 1, match.start());
        assertEquals(Severity.LOW, severity(text.replace("db.internal,1433", "localhost")));
        assertEquals(List.of(), ids(text.replace(password, "yourPassword")));
        assertEquals(List.of(), ids(text.replace(password, "{password}")));
        assertEquals(List.of(), ids(text.replace("Server=db.internal,1433;", "")));
    }
}
