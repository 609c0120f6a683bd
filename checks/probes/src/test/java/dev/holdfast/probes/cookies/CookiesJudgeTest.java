package dev.holdfast.probes.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.CookieExpectation;
import dev.holdfast.probes.verdict.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CookiesJudgeTest {
    private static final String GOOD =
            "__Host-session=v; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600";

    @Test
    void findsNothingWrongWithCorrectCookies() {
        for (String good :
                List.of(
                        GOOD,
                        "session=v; path=/; secure; httponly; samesite=strict;",
                        "theme=dark; Secure; SameSite=Lax; Max-Age=31536000",
                        "XSRF-TOKEN=v; Path=/; Secure; SameSite=Strict",
                        "embed=v; Secure; SameSite=None; Partitioned",
                        "session=; Max-Age=0",
                        "session=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT")) {
            assertEquals(List.of(), failing(good), good);
        }
    }

    @Test
    void knowsSessionsOfFrameworksByName() {
        for (String name :
                List.of(
                        ".AspNetCore.Cookies",
                        ".AspNetCore.CookiesC1",
                        ".AspNet.ApplicationCookie",
                        "wordpress_logged_in_0123456789abcdef",
                        "wordpress_sec_0123456789abcdef",
                        "CAKEPHP",
                        "LtpaToken2",
                        "fe_typo_user",
                        "__Host-access",
                        "KEYCLOAK_IDENTITY")) {
            assertEquals(
                    List.of("cookies.http-only"),
                    failing(name + "=v; Path=/; Secure; SameSite=Lax"),
                    name);
        }
        for (String name :
                List.of("wordpress_test_cookie", "wp-settings-1", ".AspNetCore.Culture", "id")) {
            assertEquals(List.of(), failing(name + "=v; Path=/; Secure; SameSite=Lax"), name);
        }
    }

    @Test
    void findsEachFaultWithItsId() {
        Map<String, String> faults =
                Map.ofEntries(
                        Map.entry("sid=v; HttpOnly; SameSite=Lax", "cookies.secure"),
                        Map.entry("theme=v; SameSite=Lax", "cookies.secure"),
                        Map.entry("PHPSESSID=v; Secure; SameSite=Lax", "cookies.http-only"),
                        Map.entry("connect.sid=v; Secure; HttpOnly", "cookies.same-site"),
                        Map.entry("auth=v; Secure; HttpOnly; SameSite=None", "cookies.same-site"),
                        Map.entry("__Host-a=v; Secure; SameSite=Lax", "cookies.prefix"),
                        Map.entry("__hOST-a=v; Secure; SameSite=Lax; Path=/x", "cookies.prefix"),
                        Map.entry("__Http-a=v; Secure; SameSite=Lax; Path=/", "cookies.prefix"),
                        Map.entry(
                                "sid=v; Secure; HttpOnly; SameSite=Lax; Domain=.example.com",
                                "cookies.domain"),
                        Map.entry("a=v; Secure; SameSite=Lax; Domain=evil.test", "cookies.domain"),
                        Map.entry("a=v; Secure; SameSite=Lax; Domain=com", "cookies.domain"),
                        Map.entry(
                                "sid=v; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000",
                                "cookies.lifetime"),
                        Map.entry(
                                "sid=v; Secure; HttpOnly; SameSite=Lax; Expires=Mon, 29 Nov 2027"
                                        + " 12:00:00 GMT",
                                "cookies.lifetime"),
                        Map.entry("a=v; Secure; SameSite=Lax; Http-Only", "cookies.syntax"),
                        Map.entry("a=" + "v".repeat(5000) + "; Secure", "cookies.syntax"));
        faults.forEach((line, id) -> assertEquals(List.of(id), failing(line), line));
    }

    @Test
    void refusesSameSiteNoneWithoutSecure() {
        List<Finding> findings = judge("a=v; SameSite=None", Map.of());
        assertTrue(
                findings.stream()
                        .anyMatch(each ->
                                each.rule().id().value().equals("cookies.same-site")
                                        && each.message().contains("refuse")));
    }

    @Test
    void weighsSessionsMostHeavily() {
        assertEquals(Severity.HIGH, severity("sid=v", "cookies.secure"));
        assertEquals(Severity.LOW, severity("theme=v", "cookies.secure"));
    }

    @Test
    void tellsOneNameSetTwice() {
        Exchange twice = exchange(Fields.NONE.with("Set-Cookie", GOOD).with("Set-Cookie", GOOD));
        assertEquals(
                List.of("cookies.duplicate"), failing(new CookiesJudge().judge(twice, Map.of())));
        Exchange renewed =
                exchange(
                        Fields.NONE
                                .with("Set-Cookie", "__Host-session=; Max-Age=0")
                                .with("Set-Cookie", GOOD));
        assertEquals(List.of(), failing(new CookiesJudge().judge(renewed, Map.of())));
    }

    @Test
    void holdsCookiesAgainstThePolicy() {
        Map<String, CookieExpectation> hour = expecting("__Host-session", true, "Lax", 3600);
        assertEquals(List.of(), failing(judge(GOOD, hour)));
        assertEquals(
                List.of("cookies.lifetime"), failing(judge(GOOD.replace("3600", "7200"), hour)));
        assertEquals(
                List.of("cookies.same-site"),
                failing(judge(GOOD, expecting("__Host-session", true, "Strict", 3600))));
        assertEquals(
                List.of("cookies.http-only"),
                failing(
                        judge(
                                "theme=v; Secure; SameSite=Lax",
                                expecting("theme", true, "Lax", 3600))));
        assertEquals(
                List.of(),
                failing(
                        judge(
                                "sid=v; Secure; SameSite=Lax",
                                expecting("sid", false, "Lax", 3600))));
    }

    @Test
    void saysUnknownOfCookieThatIsNotSet() {
        List<Finding> findings =
                judge("theme=v; Secure; SameSite=Lax", expecting("session", true, "Lax", 60));
        assertTrue(
                findings.stream()
                        .anyMatch(each ->
                                each.rule().id().value().equals("cookies.expected")
                                        && each.outcome() == Outcome.UNKNOWN));
    }

    @Test
    void concernsNobodyWithoutCookies() {
        List<Finding> findings = new CookiesJudge().judge(exchange(Fields.NONE), Map.of());
        assertEquals(1, findings.size());
        assertEquals(Outcome.NOT_APPLICABLE, findings.getFirst().outcome());
    }

    @Test
    void readsDatesInAnyOrder() {
        Instant wanted = Instant.parse("2027-01-02T03:04:05Z");
        for (String text :
                List.of(
                        "Sat, 02 Jan 2027 03:04:05 GMT",
                        "2 Jan 27 3:4:5",
                        "03:04:05 2027 jan 02",
                        "Saturday, 02-Jan-27 03:04:05 GMT")) {
            assertEquals(Optional.of(wanted), CookieDate.of(text), text);
        }
        for (String text : List.of("", "soon", "32 Jan 2027 00:00:00", "1 Jan 2027 99:00:00")) {
            assertEquals(Optional.empty(), CookieDate.of(text), text);
        }
    }

    @Test
    void readsAttributesAsBrowsersDo() {
        SetCookie cookie =
                SetCookie.of(" a = b=c ; DOMAIN=.Example.COM; Path=x; Max-Age=1x; max-age=-5;;");
        assertEquals("a", cookie.name());
        assertEquals(3, cookie.valueLength());
        assertEquals(Optional.of("example.com"), cookie.domain());
        assertEquals(Optional.empty(), cookie.path());
        assertEquals(Optional.of(-5L), cookie.maxAge());
        assertTrue(SetCookie.of("=").refused().isPresent());
        assertTrue(SetCookie.of("__Host-x").refused().isPresent());
        assertTrue(SetCookie.of("a=b\u0001").refused().isPresent());
        assertFalse(SetCookie.of("bare").refused().isPresent());
    }

    @Test
    void neverThrowsNorTellsAValue() {
        SplittableRandom random = new SplittableRandom(6);
        List<String> parts =
                List.of(
                        "=",
                        ";",
                        " ",
                        "Secure",
                        "SameSite",
                        "Domain",
                        "Path",
                        "/",
                        "Max-Age",
                        "Expires",
                        "9",
                        "Jan",
                        ":",
                        "__Host-",
                        "é",
                        "\u0000",
                        ".",
                        "None",
                        ",");
        for (int i = 0; i < 3_000; i++) {
            StringBuilder line = new StringBuilder("name=c4n4ry");
            for (int n = random.nextInt(14); n > 0; n--) {
                line.append(parts.get(random.nextInt(parts.size())));
            }
            for (Finding each : judge(line.toString(), Map.of())) {
                assertFalse(each.message().contains("c4n4ry"), each::message);
                assertFalse(each.message().contains("\n"), each::message);
            }
        }
    }

    private static Map<String, CookieExpectation> expecting(
            String name, boolean httpOnly, String sameSite, int maxAge) {
        return Map.of(
                name,
                new CookieExpectation(
                        name,
                        Optional.of(true),
                        Optional.of(httpOnly),
                        Optional.of(sameSite),
                        Optional.of(maxAge)));
    }

    private static Severity severity(String line, String id) {
        return judge(line, Map.of()).stream()
                .filter(each -> each.rule().id().value().equals(id))
                .findFirst()
                .orElseThrow()
                .severity();
    }

    private static List<String> failing(String line) {
        return failing(judge(line, Map.of()));
    }

    private static List<String> failing(List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.outcome() == Outcome.FAIL)
                .map(each -> each.rule().id().value())
                .toList();
    }

    private static List<Finding> judge(String line, Map<String, CookieExpectation> expected) {
        return new CookiesJudge().judge(exchange(Fields.NONE.with("Set-Cookie", line)), expected);
    }

    private static Exchange exchange(Fields fields) {
        return new Exchange(
                "https://www.example.com/login",
                Request.get("/login"),
                new Response(200, fields, Body.EMPTY),
                Instant.parse("2026-11-29T12:00:00Z"));
    }
}
