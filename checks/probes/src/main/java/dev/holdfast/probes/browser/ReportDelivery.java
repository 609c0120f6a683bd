package dev.holdfast.probes.browser;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.report.ReportEndpoints;
import dev.holdfast.probes.report.ShownAddress;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;

/** Carries the report of a planted violation, as the browser wrote it, to the page's endpoint. */
final class ReportDelivery {
    private static final int LONGEST_TYPE = 60;

    private final Session session;

    ReportDelivery(Session session) {
        this.session = session;
    }

    Finding judge(Loaded own) throws InterruptedException {
        MainDocument main = own.main().orElseThrow();
        if (ReportEndpoints.of(main.fields(), session.target().origin()).isEmpty()) {
            return Finding.notApplicable(
                    BrowserRules.DELIVERED, "the page's policy names no endpoint for reports");
        }
        if (session.passive()) {
            return Finding.notApplicable(
                    BrowserRules.DELIVERED,
                    "a report is a POST, and the target is in production: nothing was sent");
        }
        Optional<SentReport> report =
                own.reports().stream().filter(PlantedViolation::caused).findFirst();
        if (report.isEmpty()) {
            return Finding.unknown(
                    BrowserRules.DELIVERED,
                    own.violations().stream().anyMatch(PlantedViolation::caused)
                            ? "the browser told of the planted violation and wrote no report"
                            : "the policy did not stop the planted violation, so there is no"
                                    + " report to send");
        }
        Optional<String> path = ReportEndpoints.path(report.get().url(), session.target().origin());
        if (path.isEmpty()) {
            return Finding.notApplicable(
                    BrowserRules.DELIVERED,
                    "the endpoint is outside of the target: "
                            + ShownAddress.of(report.get().url()));
        }
        return send(path.get(), report.get());
    }

    private Finding send(String path, SentReport report) throws InterruptedException {
        Request request =
                Request.of("POST", path, Intent.FORGED)
                        .with("Content-Type", OneLine.of(report.type(), LONGEST_TYPE))
                        .with(
                                "X-Probe-Id",
                                "holdfast-" + Long.toHexString(session.random().nextLong()))
                        .with(Body.of(report.body()));
        Reply reply = session.wire().send(request);
        return switch (reply) {
            case Reply.Unanswered none -> NoAnswer.of(BrowserRules.DELIVERED, none);
            case Reply.Answered answered -> {
                int status = answered.exchange().response().status();
                String words =
                        "the browser's own report of a planted violation, a POST of "
                                + OneLine.of(report.type(), LONGEST_TYPE)
                                + " to "
                                + ShownAddress.of(path)
                                + ", was answered "
                                + status;
                yield answered.exchange().response().successful()
                        ? Finding.pass(BrowserRules.DELIVERED, words)
                        : Finding.fail(BrowserRules.DELIVERED, words);
            }
        };
    }
}
