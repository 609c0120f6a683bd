package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.report.ReportText;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a browser does only on https, where it needs no server to believe in it. */
class SecureDeliveryTest {
    private final List<Request> posts = new CopyOnWriteArrayList<>();

    private Reply answer(Request request) {
        boolean post = request.method().equals("POST");
        if (post) {
            posts.add(request);
        }
        Fields fields =
                new Fields(
                        List.of(
                                new Field("Content-Type", "text/html"),
                                new Field("Reporting-Endpoints", "csp=\"/modern\""),
                                new Field(
                                        "Content-Security-Policy",
                                        "img-src 'self'; report-to csp; report-uri /old")));
        return new Reply.Answered(
                new Exchange(
                        "https://shop.test" + request.path(),
                        request,
                        new Response(post ? 204 : 200, fields, Body.of("<!doctype html><p>x")),
                        Instant.EPOCH));
    }

    @Test
    void carriesTheReportThatTheReportingApiWouldSend() throws Exception {
        Path browser = Browsers.here();
        Wire wire = this::answer;

        List<Observation> seen =
                BrowserAudit.run(
                        Site.session(
                                "https",
                                "shop.test",
                                443,
                                wire,
                                false,
                                Route.of("/", RouteClass.PAGE)),
                        browser);

        assertEquals(
                Outcome.PASS,
                seen.stream()
                        .map(Observation::finding)
                        .filter(each -> each.rule().id().toString().equals("csp.report-delivered"))
                        .findFirst()
                        .orElseThrow()
                        .outcome());
        assertEquals(1, posts.size());
        assertEquals("/modern", posts.getFirst().path());
        assertEquals(
                "application/reports+json",
                posts.getFirst().fields().first("Content-Type").orElse(""));
        assertTrue(
                ReportText.read(posts.getFirst().body().text())
                        .orElseThrow()
                        .violations()
                        .getFirst()
                        .blocked()
                        .startsWith("https://holdfast-probe.invalid/"));
    }
}
