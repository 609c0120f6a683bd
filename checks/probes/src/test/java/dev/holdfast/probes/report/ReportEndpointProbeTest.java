package dev.holdfast.probes.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.browser.LoopbackWire;
import dev.holdfast.probes.browser.Site;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportEndpointProbeTest {
    private static final int PORT = 8080;

    @TempDir Path folder;

    private final List<Request> sent = new ArrayList<>();
    private final Map<String, List<Field>> pages = new TreeMap<>();

    private int status = 200;

    private Wire wire(ToIntFunction<Request> posts) {
        return request -> {
            sent.add(request);
            int answered =
                    request.method().equals("POST") ? posts.applyAsInt(request) : this.status;
            return new Reply.Answered(
                    new Exchange(
                            request.path(),
                            request,
                            new Response(
                                    answered,
                                    new Fields(pages.getOrDefault(request.path(), List.of())),
                                    Body.EMPTY),
                            Instant.EPOCH));
        };
    }

    private static String type(Request request) {
        return request.fields().first("Content-Type").orElse("");
    }

    private static Map<String, Outcome> outcomes(List<Observation> observations) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        observations.forEach(each ->
                outcomes.put(
                        (each.subject()
                                        + " "
                                        + each.finding().rule().id()
                                        + " "
                                        + each.finding().key())
                                .strip(),
                        each.finding().outcome()));
        return outcomes;
    }

    private List<Observation> run(ToIntFunction<Request> posts, boolean production, Route... routes)
            throws InterruptedException {
        return new ReportEndpointProbe()
                .run(Site.session(PORT, wire(posts), production, routes))
                .observations();
    }

    @Test
    void passesOurOwnCollectorOverRealSockets() throws Exception {
        try (CspCollector collector =
                        CspCollector.serve(
                                0, folder.resolve("r.jsonl"), 1 << 20, Clock.systemUTC());
                LoopbackWire loopback = new LoopbackWire("http://127.0.0.1:" + collector.port())) {
            List<Observation> observations =
                    new ReportEndpointProbe()
                            .run(
                                    Site.session(
                                            collector.port(),
                                            loopback,
                                            false,
                                            Route.of("/r", RouteClass.REPORT)))
                            .observations();

            assertEquals(
                    Map.of(
                            "POST /r csp.report-endpoint application/csp-report", Outcome.PASS,
                            "POST /r csp.report-endpoint application/reports+json", Outcome.PASS,
                            "POST /r csp.report-endpoint-size", Outcome.PASS,
                            "POST /r csp.report-endpoint-type", Outcome.PASS),
                    outcomes(observations));
            assertEquals(2, collector.written());
        }
    }

    @Test
    void failsAnEndpointThatTakesAnythingButReports() throws Exception {
        pages.put(
                "/",
                List.of(
                        new Field(
                                "Content-Security-Policy-Report-Only",
                                "default-src 'self'; report-uri /csp?token=s3cret")));

        List<Observation> observations =
                run(
                        request -> type(request).equals("application/reports+json") ? 415 : 200,
                        false,
                        Route.of("/", RouteClass.PAGE));

        assertEquals(
                Map.of(
                        "POST /csp csp.report-endpoint application/csp-report", Outcome.PASS,
                        "POST /csp csp.report-endpoint application/reports+json", Outcome.FAIL,
                        "POST /csp csp.report-endpoint-size", Outcome.FAIL,
                        "POST /csp csp.report-endpoint-type", Outcome.FAIL),
                outcomes(observations));
        assertTrue(observations.stream().noneMatch(each -> each.toString().contains("s3cret")));
    }

    @Test
    void marksEachReportAndCallsItForged() throws Exception {
        run(_ -> 204, false, Route.of("/r", RouteClass.REPORT));

        assertEquals(4, sent.size());
        for (Request request : sent) {
            assertEquals(Intent.FORGED, request.intent());
            assertTrue(request.fields().first("X-Probe-Id").orElse("").startsWith("holdfast-"));
            assertTrue(request.body().text().contains("holdfast-probe.invalid"));
        }
        assertTrue(sent.getLast().body().size() > 1 << 20);
    }

    @Test
    void sendsNothingInProduction() throws Exception {
        List<Observation> observations = run(_ -> 204, true, Route.of("/r", RouteClass.REPORT));

        assertEquals(
                Map.of("POST /r csp.report-endpoint", Outcome.NOT_APPLICABLE),
                outcomes(observations));
        assertEquals(List.of(), sent);
    }

    @Test
    void leavesEndpointsOfOthersAlone() throws Exception {
        pages.put(
                "/",
                List.of(
                        new Field("Content-Security-Policy", "img-src *; report-to there"),
                        new Field(
                                "Reporting-Endpoints",
                                "here=\"/here\", there=\"https://reports.test/r?key=s3cret\"")));

        List<Observation> observations = run(_ -> 204, false, Route.of("/", RouteClass.PAGE));

        assertEquals(1, observations.size());
        assertEquals(Outcome.NOT_APPLICABLE, observations.getFirst().finding().outcome());
        assertEquals(
                "the endpoint is outside of the target: https://reports.test/r",
                observations.getFirst().finding().message());
        assertEquals(1, sent.size());
    }

    @Test
    void findsTheEndpointThatAFieldNames() throws Exception {
        pages.put(
                "/",
                List.of(
                        new Field("Content-Security-Policy", "img-src *; report-to here"),
                        new Field("Reporting-Endpoints", "here=\"/here\"")));

        assertTrue(
                outcomes(run(_ -> 204, false, Route.of("/", RouteClass.PAGE)))
                        .containsKey("POST /here csp.report-endpoint application/csp-report"));
    }

    @Test
    void ignoresAFieldThatDoesNotParse() {
        Fields fields =
                new Fields(
                        List.of(
                                new Field("Content-Security-Policy", "img-src *; report-to here"),
                                new Field("Reporting-Endpoints", "here=\"/here\" there=\"/x\"")));

        assertEquals(List.of(), ReportEndpoints.of(fields, "https://shop.test"));
    }

    @Test
    void doesNotKnowWhatALimitOfRateMeans() throws Exception {
        assertTrue(
                run(_ -> 429, false, Route.of("/r", RouteClass.REPORT)).stream()
                        .allMatch(each -> each.finding().outcome() == Outcome.UNKNOWN));
    }

    @Test
    void takesNoRefusalOfNothingForARule() throws Exception {
        for (int status : List.of(404, 405, 403, 415)) {
            sent.clear();
            assertEquals(
                    Map.of(
                            "POST /r csp.report-endpoint application/csp-report", Outcome.FAIL,
                            "POST /r csp.report-endpoint application/reports+json", Outcome.FAIL,
                            "POST /r csp.report-endpoint-size", Outcome.UNKNOWN,
                            "POST /r csp.report-endpoint-type", Outcome.UNKNOWN),
                    outcomes(run(_ -> status, false, Route.of("/r", RouteClass.REPORT))));
            assertTrue(sent.stream().allMatch(each -> each.body().size() < 1 << 20));
        }
    }

    @Test
    void triesTheSizeInTheFormThatIsTaken() throws Exception {
        Map<String, Outcome> outcomes =
                outcomes(
                        run(
                                request ->
                                        type(request).equals("application/reports+json")
                                                ? 204
                                                : 415,
                                false,
                                Route.of("/r", RouteClass.REPORT)));

        assertEquals(Outcome.FAIL, outcomes.get("POST /r csp.report-endpoint-size"));
        assertEquals(Outcome.PASS, outcomes.get("POST /r csp.report-endpoint-type"));
    }

    @Test
    void triesFewOfManyEndpointsAndSaysSo() throws Exception {
        StringBuilder policy = new StringBuilder("img-src *; report-uri");
        for (int i = 0; i < 60; i++) {
            policy.append(" /r").append(i).append(" https://o").append(i).append(".test/");
        }
        pages.put("/", List.of(new Field("Content-Security-Policy", policy.toString())));

        List<Observation> observations = run(_ -> 204, false, Route.of("/", RouteClass.PAGE));

        assertEquals(1 + 3 * 4, sent.size(), observations.toString());
        Observation own =
                observations.stream()
                        .filter(each -> each.finding().key().equals("more endpoints"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Outcome.UNKNOWN, own.finding().outcome());
        assertTrue(own.finding().message().startsWith("57 more "), own.finding().message());
        assertEquals("57 more endpoints are outside of the target", last(observations));
    }

    private static String last(List<Observation> observations) {
        return observations.getLast().finding().message();
    }

    @Test
    void triesEveryEndpointThatThePolicyFileLists() throws Exception {
        Route[] routes = new Route[5];
        for (int i = 0; i < routes.length; i++) {
            routes[i] = Route.of("/r" + i, RouteClass.REPORT);
        }

        List<Observation> observations =
                run(
                        request ->
                                type(request).startsWith("text/") || request.body().size() > 1 << 20
                                        ? 413
                                        : 204,
                        false,
                        routes);

        assertEquals(20, sent.size());
        assertTrue(
                observations.stream().allMatch(each -> each.finding().outcome() == Outcome.PASS));
    }

    @Test
    void callsALoginInItsWayAFault() throws Exception {
        Map<String, Outcome> outcomes =
                outcomes(run(_ -> 302, false, Route.of("/r", RouteClass.REPORT)));

        assertEquals(
                Outcome.FAIL, outcomes.get("POST /r csp.report-endpoint application/csp-report"));
        assertEquals(Outcome.UNKNOWN, outcomes.get("POST /r csp.report-endpoint-type"));
    }

    @Test
    void isNotApplicableWhereNothingIsNamed() throws Exception {
        List<Observation> observations = run(_ -> 204, false, Route.of("/", RouteClass.PAGE));

        assertEquals(Outcome.NOT_APPLICABLE, observations.getFirst().finding().outcome());
        assertTrue(
                observations.getFirst().finding().message().contains("probes.targets.shop.routes"));
    }

    @Test
    void takesARedirectForNoPage() throws Exception {
        status = 302;

        List<Observation> observations = run(_ -> 204, false, Route.of("/", RouteClass.PAGE));

        assertEquals(Map.of("GET / csp.report-endpoint", Outcome.UNKNOWN), outcomes(observations));
    }

    @Test
    void knowsNothingWithoutTheAnswerOfAPage() throws Exception {
        Wire silent = _ -> new Reply.Unanswered(Reply.Reason.TIMED_OUT, "nothing within 10 s");

        List<Observation> observations =
                new ReportEndpointProbe()
                        .run(Site.session(PORT, silent, false, Route.of("/", RouteClass.PAGE)))
                        .observations();

        assertEquals(Outcome.UNKNOWN, observations.getFirst().finding().outcome());
    }
}
