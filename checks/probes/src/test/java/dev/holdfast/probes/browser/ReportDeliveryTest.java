package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportDeliveryTest {
    private static Loaded loaded(String policy, List<SentReport> reports) {
        return new Loaded(
                Optional.of(
                        new MainDocument(
                                200,
                                new Fields(List.of(new Field("Content-Security-Policy", policy))),
                                List.of(),
                                Optional.empty(),
                                false,
                                false)),
                Optional.empty(),
                List.of(),
                List.of(),
                PageFacts.NONE,
                List.of(),
                reports,
                List.of());
    }

    @Test
    void sendsNothingInProduction() throws Exception {
        try (Site site = new Site()) {
            Session session = site.session(true);
            SentReport report =
                    new SentReport(
                            site.origin() + "/r",
                            "application/csp-report",
                            "{\"x\":\"holdfast-probe.invalid\"}");

            Finding finding =
                    new ReportDelivery(session)
                            .judge(loaded("img-src 'self'; report-uri /r", List.of(report)));

            assertEquals(Outcome.NOT_APPLICABLE, finding.outcome());
            assertEquals(List.of(), site.asked());
        }
    }

    @Test
    void doesNotKnowWithoutAReportToSend() throws Exception {
        try (Site site = new Site()) {
            assertEquals(
                    Outcome.UNKNOWN,
                    new ReportDelivery(site.session(false))
                            .judge(loaded("img-src *; report-uri /r", List.of()))
                            .outcome());
            assertEquals(List.of(), site.asked());
        }
    }
}
