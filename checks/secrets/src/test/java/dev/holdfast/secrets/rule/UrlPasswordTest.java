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
    void takesSignsInAPassword() {
        String rest = forge.text(Alphabet.BASE62, 7);
        for (String sign : List.of("(", "[", ";", "$", "...")) {
            String text = "https://deploy:" + password + sign + rest + "@git.internal.net/a.git";
            assertEquals(List.of("basic-auth-url"), ids(text), text);
        }
        assertEquals(
                List.of("basic-auth-url"),
                ids("https://deploy:$" + password + "@git.internal.net/a.git"));
        for (String none : List.of("$TOKEN_1", "$(token1)", "abc[0]", "f(x);", "...", "<token>")) {
            assertEquals(List.of(), ids("https://deploy:" + none + "@git.internal.net/a"), none);
        }
    }

    @Test
    void findsATokenInThePlaceOfTheUser() {
        String token = forge.text(Alphabet.BASE62, 30) + "4a5B";
        for (String text :
                List.of(
                        "https://" + token + "@git.internal.net/a.git",
                        "git+https://" + token + ":x-oauth-basic@git.internal.net/a.git",
                        "https://" + token + ":@api.internal.net/v1")) {
            assertEquals(List.of("basic-auth-url"), ids(text), text);
        }
        for (String text :
                List.of(
                        "https://deploy@git.internal.net/a.git",
                        "https://the-user-of-this-shop@git.internal.net/a.git",
                        "https://" + token + "@git.example.com/a.git",
                        "https://" + forge.text(Alphabet.HEX, 32) + "@o1.ingest.internal.net/42")) {
            assertEquals(List.of(), ids(text), text);
        }
    }

    @Test
    void takesSchemesInCapitals() {
        assertEquals(
                List.of("basic-auth-url"), ids("HTTPS://deploy:" + password + "@git.internal.net"));
        assertEquals(
                List.of("database-url"), ids("POSTGRES://shop:" + password + "@db.internal/shop"));
        assertEquals(
                List.of("database-url"), ids("JDBC:mysql://db.internal/shop?password=" + password));
        assertEquals(List.of(), ids("HTTPS://deploy:${PASSWORD}@git.internal.net"));
    }

    @Test
    void aNumberThatIsNoPortBeginsAPassword() {
        assertEquals(
                List.of("database-url"),
                ids("postgres://shop:123456/" + password + "@db.internal/shop"));
        assertEquals(List.of(), ids("redis://cache.internal:6379/" + password + "?mail=a@b"));
    }

    @Test
    void readsEachPasswordOfJdbc() {
        for (String rest :
                List.of(
                        "mysql://db.internal/a?trustStorePassword=" + password,
                        "postgresql://db.internal/a?user=b&sslpassword=" + password,
                        "mysql://db.internal/a?password=changeme&password=" + password,
                        "sqlserver://db.internal;user=sa;password={" + password + "};")) {
            assertEquals(List.of("database-url"), ids("jdbc:" + rest), rest);
        }
        String oracle = "jdbc:oracle:thin:shop/\"" + password + "\"@//db.internal:1521/x";
        assertEquals(List.of("database-url"), ids(oracle));
        for (String rest :
                List.of(
                        "sqlserver://db.internal;user=sa;password={password};",
                        "mysql://db.internal/a?trustStorePassword=changeme",
                        "oracle:thin:shop/\"${PASSWORD}\"@//db.internal:1521/x",
                        "mysql://db.internal/a?passwordCharacterEncoding=UTF-8")) {
            assertEquals(List.of(), ids("jdbc:" + rest), rest);
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
