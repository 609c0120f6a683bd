package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.fixture.Issued;
import dev.holdfast.probes.wire.fixture.Issued.Wish;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no current library serves any more, and what depends on the hour. */
final class CertificateJudgeTest {
    private static final Issued ROOT = Issued.selfSigned(Wish.authority("Test Root"));

    private static List<Finding> judged(Issued issued, int shownIssuers, Instant now) {
        List<X509Certificate> chain = new ArrayList<>(List.of(issued.certificate()));
        issued.issuers().stream()
                .limit(shownIssuers)
                .forEach(each -> chain.add(each.certificate()));
        return new CertificateJudge("localhost", now, new ChainTrust(List.of(ROOT.certificate())))
                .judge(chain);
    }

    private static Set<String> failures(Issued issued, int shownIssuers) {
        return TlsCase.with(Outcome.FAIL, judged(issued, shownIssuers, Instant.now()));
    }

    @Test
    void findsAnOldSignatureOfTheCertificateAndOfAnIntermediate() {
        Set<String> signature = Set.of("tls.certificate-signature");
        Issued leaf = ROOT.issue(Wish.usual().with("SHA1withECDSA", 256));
        assertEquals(signature, failures(leaf, 0));
        Issued middle = ROOT.issue(Wish.authority("Old").with("SHA1withECDSA", 256));
        assertEquals(signature, failures(middle.issue(Wish.usual()), 1));
    }

    @Test
    void mindsNotWhatARootSignsItselfWith() {
        Issued oldRoot = Issued.selfSigned(Wish.authority("Old Root").with("SHA1withECDSA", 256));
        Issued leaf = oldRoot.issue(Wish.usual());
        List<Finding> findings =
                new CertificateJudge(
                                "localhost",
                                Instant.now(),
                                new ChainTrust(List.of(oldRoot.certificate())))
                        .judge(List.of(leaf.certificate(), oldRoot.certificate()));
        assertEquals(Set.of(), TlsCase.with(Outcome.FAIL, findings), TlsCase.all(findings));
    }

    @Test
    void findsAShortKeyOfAnIntermediate() {
        Issued middle = ROOT.issue(Wish.authority("Short").with("SHA256withECDSA", 1024));
        Set<String> failures = failures(middle.issue(Wish.usual().with("SHA256withRSA", 256)), 1);
        assertEquals(Set.of("tls.certificate-key"), failures);
    }

    @Test
    void findsAnIntermediateThatIsOver() {
        Wish over = Wish.authority("Over").valid(Duration.ofDays(-30), Duration.ofDays(-1));
        assertEquals(
                Set.of("tls.certificate-trust"), failures(ROOT.issue(over).issue(Wish.usual()), 1));
    }

    @Test
    void countsTheDays() {
        Issued leaf = ROOT.issue(Wish.usual());
        Instant end = leaf.certificate().getNotAfter().toInstant();
        Finding right = judged(leaf, 0, end.minus(Duration.ofDays(14))).get(1);
        assertEquals(Outcome.PASS, right.outcome(), right.message());
        assertEquals(14L, right.properties().get("daysLeft"));
        Finding soon = judged(leaf, 0, end.minus(Duration.ofDays(14)).plusSeconds(1)).get(1);
        assertEquals(Outcome.FAIL, soon.outcome());
        assertEquals(Severity.MEDIUM, soon.severity());
        assertTrue(soon.message().contains("in 13 days"), soon.message());
        Finding over = judged(leaf, 0, end.plusSeconds(1)).get(1);
        assertEquals(Severity.HIGH, over.severity());
        Finding early =
                judged(leaf, 0, leaf.certificate().getNotBefore().toInstant().minusSeconds(1))
                        .get(1);
        assertTrue(early.message().contains("not valid before"), early.message());
    }

    @Test
    void saysWhyAChainIsNotTrusted() {
        Issued middle = ROOT.issue(Wish.authority("Test Intermediate"));
        Finding missing = judged(middle.issue(Wish.usual()), 0, Instant.now()).get(2);
        assertTrue(
                missing.message().contains("signed by CN=Test Intermediate, which is neither sent"),
                missing.message());
        Finding alone = judged(Issued.selfSigned(Wish.usual()), 0, Instant.now()).get(2);
        assertTrue(alone.message().contains("signed by itself"), alone.message());
        Issued other = Issued.selfSigned(Wish.authority("Other"));
        Finding unknown = judged(other.issue(Wish.usual()), 1, Instant.now()).get(2);
        assertTrue(unknown.message().contains("ends at CN=Other"), unknown.message());
    }
}
