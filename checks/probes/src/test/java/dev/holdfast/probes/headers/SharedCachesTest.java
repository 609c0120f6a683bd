package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.target.RouteClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lets caches keep an answer although Cache-Control does not. */
class SharedCachesTest {
    private static final String CACHE = "headers.cache-control";
    private static final String COOKIE = "__Host-session=a; Secure; HttpOnly; Path=/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CDN-Cache-Control | public, max-age=600",
                "CDN-Cache-Control | max-age=99999999999999999999",
                "Surrogate-Control | max-age=600+30",
                "Cloudflare-CDN-Cache-Control | max-age=60"
            })
    void findsFieldForCdnBesideNoStore(String field, String value) {
        Answered user = Answered.page().as(RouteClass.AUTHENTICATED).with(field, value);
        assertEquals(Outcome.FAIL, user.outcome(CACHE));
        assertEquals(Severity.HIGH, user.severity(CACHE));
        assertEquals(
                Outcome.FAIL,
                Answered.page().with(field, value).with("Set-Cookie", COOKIE).outcome(CACHE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CDN-Cache-Control | no-store",
                "CDN-Cache-Control | private",
                "Surrogate-Control | content=\"ESI/1.0\"",
                "Surrogate-Control | max-age=0",
                "X-Other | max-age=600"
            })
    void leavesFieldForCdnThatKeepsNothing(String field, String value) {
        Answered user = Answered.page().as(RouteClass.AUTHENTICATED).with(field, value);
        assertEquals(Outcome.PASS, user.outcome(CACHE));
    }

    @Test
    void leavesPublicPageWithFieldForCdn() {
        assertEquals(
                Outcome.PASS,
                Answered.page().with("CDN-Cache-Control", "max-age=600").outcome(CACHE));
    }

    @Test
    void findsCookieThatExpiresLetsCachesKeep() {
        Answered page = Answered.page().without("Cache-Control").with("Set-Cookie", COOKIE);
        Answered kept = page.with("Expires", "Fri, 01 Jan 2038 00:00:00 GMT");
        assertEquals(Outcome.FAIL, kept.outcome(CACHE));
        assertEquals(Severity.HIGH, kept.severity(CACHE));
        assertEquals(Outcome.FAIL, kept.with("Cache-Control", "must-revalidate").outcome(CACHE));
        // What Cache-Control says goes first.
        assertEquals(Outcome.PASS, kept.with("Cache-Control", "no-store").outcome(CACHE));
        assertEquals(Outcome.PASS, kept.with("Cache-Control", "max-age=0").outcome(CACHE));
        assertEquals(Outcome.PASS, page.with("Expires", "0").outcome(CACHE));
        assertEquals(
                Outcome.PASS, page.with("Expires", "Thu, 01 Jan 1970 00:00:00 GMT").outcome(CACHE));
        assertEquals(Outcome.PASS, page.outcome(CACHE));
    }
}
