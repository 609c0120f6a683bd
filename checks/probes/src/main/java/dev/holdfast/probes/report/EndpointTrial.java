package dev.holdfast.probes.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Four requests to one endpoint: two that it must take and two that it must refuse. A refusal shows
 * something only where a report is taken: an address that answers 404 to everything refuses well.
 */
final class EndpointTrial {
    static final String CLASSIC = "application/csp-report";
    static final String MODERN = "application/reports+json";

    private static final int LARGE = 1 << 20;
    private static final int TOO_MANY = 429;

    private final Session session;
    private final String path;

    EndpointTrial(Session session, String path) {
        this.session = session;
        this.path = path;
    }

    List<Finding> findings() throws InterruptedException {
        Finding classic = taken(CLASSIC, classic(""));
        Finding modern = taken(MODERN, modern(""));
        boolean takesClassic = classic.outcome() == Outcome.PASS;
        boolean takesModern = modern.outcome() == Outcome.PASS;
        Finding type =
                refused(EndpointRules.TYPE, "text/plain", classic(""), "a body of text/plain");
        if (!takesClassic && !takesModern) {
            return List.of(
                    classic,
                    modern,
                    type.outcome() == Outcome.PASS
                            ? nothingThere(EndpointRules.TYPE, type.message())
                            : type,
                    nothingThere(EndpointRules.SIZE, "a report of 1 MiB was not sent"));
        }
        // In the form that it takes, or the refusal would be of the form and not of the size.
        String padding = "x".repeat(LARGE);
        Finding size =
                refused(
                        EndpointRules.SIZE,
                        takesClassic ? CLASSIC : MODERN,
                        takesClassic ? classic(padding) : modern(padding),
                        "a report of 1 MiB");
        return List.of(classic, modern, type, size);
    }

    private static Finding nothingThere(CheckInfo rule, String words) {
        return Finding.unknown(rule, words + "; no report was taken either, so that shows nothing");
    }

    private Finding taken(String type, String body) throws InterruptedException {
        return switch (send(type, body)) {
            case Reply.Unanswered none -> NoAnswer.of(EndpointRules.ACCEPTS, none).keyed(type);
            case Reply.Answered answered -> {
                int status = answered.exchange().response().status();
                String words = "a report as %s was answered %d".formatted(type, status);
                if (status == TOO_MANY) {
                    yield Finding.unknown(EndpointRules.ACCEPTS, words).keyed(type);
                }
                yield (answered.exchange().response().successful()
                                ? Finding.pass(EndpointRules.ACCEPTS, words)
                                : Finding.fail(EndpointRules.ACCEPTS, words))
                        .keyed(type);
            }
        };
    }

    private Finding refused(CheckInfo rule, String type, String body, String what)
            throws InterruptedException {
        return switch (send(type, body)) {
            case Reply.Unanswered none -> NoAnswer.of(rule, none);
            case Reply.Answered answered -> {
                int status = answered.exchange().response().status();
                String words = "%s was answered %d".formatted(what, status);
                yield switch (status / 100) {
                    case 4 ->
                            status == TOO_MANY
                                    ? Finding.unknown(rule, words)
                                    : Finding.pass(rule, words);
                    case 2, 5 -> Finding.fail(rule, words);
                    default -> Finding.unknown(rule, words + ", which says nothing");
                };
            }
        };
    }

    private Reply send(String type, String body) throws InterruptedException {
        return session.wire()
                .send(
                        Request.of("POST", path, Intent.FORGED)
                                .with("Content-Type", type)
                                .with("X-Probe-Id", marker())
                                .with(Body.of(body)));
    }

    private String marker() {
        return "holdfast-%016x".formatted(session.random().nextLong());
    }

    /** What a report says is plainly not real: the blocked host can never exist. */
    private String classic(String padding) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("document-uri", session.target().origin() + "/holdfast-probe");
        report.put("referrer", "");
        report.put("violated-directive", "img-src");
        report.put("effective-directive", "img-src");
        report.put("original-policy", "img-src 'none'");
        report.put("disposition", "report");
        report.put("blocked-uri", "https://holdfast-probe.invalid/");
        report.put("status-code", 200);
        report.put("script-sample", padding);
        return JsonText.line(Map.of("csp-report", report));
    }

    private String modern(String padding) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("documentURL", session.target().origin() + "/holdfast-probe");
        body.put("effectiveDirective", "img-src");
        body.put("originalPolicy", "img-src 'none'");
        body.put("disposition", "report");
        body.put("blockedURL", "https://holdfast-probe.invalid/");
        body.put("statusCode", 200);
        body.put("sample", padding);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("age", 0);
        report.put("type", "csp-violation");
        report.put("url", session.target().origin() + "/holdfast-probe");
        report.put("user_agent", "holdfast probe");
        report.put("body", body);
        return JsonText.line(List.of(report));
    }
}
