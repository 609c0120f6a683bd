package dev.holdfast.probes.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards that answer 200 in the place of a page, and pages that only speak of them. */
class GuardPageTest {
    private static final String MUCH = "<p>" + "We write about guards of the web. ".repeat(40);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Making sure you're not a bot!</title><h1>Loading</h1>",
                "<script src=/.within.website/x/cmd/anubis/static/js/main.mjs></script>",
                "<title>You are being redirected...</title><script>var s={},"
                        + "sucuri_cloudproxy_js='',S='cz0i';</script>",
                "<script>(function(){window[\"bobcmd\"]=\"x\";})();</script>"
                        + "<noscript>Please enable JavaScript</noscript>",
                "<script src=\"/TSPD/08e841?type=7\"></script><noscript>Please wait</noscript>",
                "<p>Please consult your administrator. Your support ID is: 1234567890123456789",
                "<body><script src=/_sec/x.js async></script><div id=sec-if-cpt-container></div>",
                "<META NAME=ROBOTS CONTENT=NOINDEX><script src=\"/_Incapsula_Resource?SWJ=7\">"
                        + "</script><body>",
                "<iframe id=main-iframe src=\"/_Incapsula_Resource?SWU=31\">wait</iframe>",
                "<p>Access denied. Incident ID: 877000010013450089-61"
            })
    void knowsGuard(String page) {
        assertTrue(of(200, page).isPresent());
        assertTrue(Obstacle.of(response(403, page)).isPresent());
    }

    @Test
    void knowsLongBlockPageByItsTitle() {
        String page = "<title>Attention Required! | Cloudflare</title><h1>Sorry</h1>";
        assertTrue(of(200, page + MUCH).isPresent());
        String anubis = "<script src=/.within.website/x/cmd/anubis/static/js/main.mjs></script>";
        assertTrue(of(200, anubis + MUCH).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>Making sure you're not a bot! How a guard works</title>",
                "<title>Attention Required! | Cloudflare, and what to do</title>",
                "<p>It says: Making sure you're not a bot!",
                "<p>Look for <code>sucuri_cloudproxy_js</code> and <code>bobcmd</code>",
                "<script>window.article='sucuri_cloudproxy_js bobcmd /TSPD/'</script>",
                "<p>Your support ID is: 12345678901234567890. Incident ID: 877000010013450-61",
                "<p id=x>sec-if-cpt-container, _Incapsula_Resource",
                "<a href=/.within.website/x/cmd/anubis/>Anubis</a>"
            })
    void leavesArticleThatSpeaksOfGuards(String start) {
        assertEquals(Optional.empty(), of(200, "<!doctype html>" + start + MUCH));
    }

    /** A guard adds its scripts also to what it lets through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script src=/_Incapsula_Resource?SWJ=7></script>",
                "<script src=/TSPD/08e841?type=17></script>",
                "<script>window[\"bobcmd\"]=\"x\"</script>"
            })
    void leavesShortPageThatAGuardLetThrough(String added) {
        String page = "<!doctype html><title>Shop</title>" + added;
        assertEquals(Optional.empty(), of(200, page + "<a href=/cart>Cart</a>"));
        assertEquals(Optional.empty(), of(200, page + "<div id=app></div><script src=/app.js>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Your support ID is: 4711. We answer soon.",
                "<p>Incident ID: 20261130 is closed.",
                "{\"error\":\"no such order\"}"
            })
    void leavesShortAnswerOfTheService(String page) {
        assertEquals(Optional.empty(), of(200, page));
    }

    private static Optional<String> of(int status, String page) {
        return GuardMarks.inItsPlace(response(status, page));
    }

    private static Response response(int status, String page) {
        return new Response(status, Fields.NONE.with("Content-Type", "text/html"), Body.of(page));
    }
}
