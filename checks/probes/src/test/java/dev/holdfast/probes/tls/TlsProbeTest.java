package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.check.Catalogue;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.fixture.Issued;
import dev.holdfast.probes.wire.fixture.Issued.Wish;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe against services of the JDK as it is, in this process. */
final class TlsProbeTest {
    private static Issued root;
    private static Issued middle;

    @TempDir Path folder;

    @BeforeAll
    static void makeAuthorities() {
        root = Issued.selfSigned(Wish.authority("Test Root"));
        middle = root.issue(Wish.authority("Test Intermediate"));
    }

    private static MockWebServer serving(Issued issued, int shownIssuers, MockResponse answer)
            throws Exception {
        MockWebServer server = new MockWebServer();
        server.useHttps(issued.server(shownIssuers).getSocketFactory());
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer;
                    }
                });
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        return server;
    }

    private static MockResponse hop(boolean hsts) {
        MockResponse.Builder answer =
                new MockResponse.Builder().code(302).addHeader("Location", "/home");
        return hsts
                ? answer.addHeader("Strict-Transport-Security", "max-age=31536000; preload").build()
                : answer.build();
    }

    private static ScriptedServer redirecting(String to) {
        return ScriptedServer.answering(
                "HTTP/1.1 301 Moved\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** What fails of a service with that certificate and all else right. */
    private Set<String> failures(Issued issued, int shownIssuers) throws Exception {
        try (MockWebServer server = serving(issued, shownIssuers, hop(true));
                ScriptedServer http = redirecting("https://localhost/")) {
            List<Finding> findings =
                    TlsCase.run(
                            TestTarget.https(server.getPort())
                                    .ca(root.file(folder))
                                    .plain(http.port()));
            return TlsCase.with(Outcome.FAIL, findings);
        }
    }

    @Test
    void findsNothingWrongWithARightService() throws Exception {
        Optional<PreloadList> list = Optional.of(PreloadList.read("localhost\n", "list"));
        Optional<CaaRecords> caa =
                Optional.of(CaaRecords.read("localhost. IN CAA 0 issue \"ca.test\"\n", "caa"));
        try (MockWebServer server = serving(middle.issue(Wish.usual()), 1, hop(true));
                ScriptedServer http = redirecting("https://localhost/")) {
            List<Finding> findings =
                    TlsCase.run(
                            TestTarget.https(server.getPort())
                                    .ca(root.file(folder))
                                    .plain(http.port()),
                            list,
                            caa);
            Set<String> every = new TreeSet<>();
            TlsRules.ALL.forEach(each -> every.add(each.id().toString()));
            assertEquals(every, TlsCase.with(Outcome.PASS, findings), TlsCase.all(findings));
            assertEquals(every.size(), findings.size());
        }
    }

    @Test
    void findsACertificateForAnotherName() throws Exception {
        assertEquals(
                Set.of("tls.certificate-name"),
                failures(root.issue(Wish.usual().named("other.test", "*.local")), 0));
        assertEquals(Set.of("tls.certificate-name"), failures(root.issue(Wish.usual().named()), 0));
    }

    @Test
    void findsACertificateOutOfItsTime() throws Exception {
        for (Wish wish :
                List.of(
                        Wish.usual().valid(Duration.ofDays(-30), Duration.ofDays(-1)),
                        Wish.usual().valid(Duration.ofDays(1), Duration.ofDays(60)),
                        Wish.usual().valid(Duration.ofDays(-1), Duration.ofDays(13)))) {
            assertEquals(Set.of("tls.certificate-time"), failures(root.issue(wish), 0));
        }
        Wish enough = Wish.usual().valid(Duration.ofDays(-1), Duration.ofDays(15));
        assertEquals(Set.of(), failures(root.issue(enough), 0));
    }

    @Test
    void findsAChainThatLeadsNowhere() throws Exception {
        Set<String> trust = Set.of("tls.certificate-trust");
        assertEquals(trust, failures(middle.issue(Wish.usual()), 0));
        assertEquals(Set.of(), failures(middle.issue(Wish.usual()), 1));
        assertEquals(Set.of(), failures(middle.issue(Wish.usual()), 2));
        assertEquals(trust, failures(Issued.selfSigned(Wish.usual()), 0));
        Issued other = Issued.selfSigned(Wish.authority("Other Root"));
        assertEquals(trust, failures(other.issue(Wish.usual()), 1));
        // The same name as the root, another key.
        Issued twin = Issued.selfSigned(Wish.authority("Test Root"));
        assertEquals(trust, failures(twin.issue(Wish.usual()), 0));
    }

    @Test
    void findsAnIntermediateThatMayNotIssue() throws Exception {
        Issued leaf = root.issue(Wish.usual().named("middle.test"));
        assertEquals(Set.of("tls.certificate-trust"), failures(leaf.issue(Wish.usual()), 1));
    }

    @Test
    void findsAShortKey() throws Exception {
        assertEquals(
                Set.of("tls.certificate-key"),
                failures(root.issue(Wish.usual().with("SHA256withECDSA", 1024)), 0));
    }

    @Test
    void looksAtTheWayFromHttp() throws Exception {
        try (MockWebServer server = serving(root.issue(Wish.usual()), 0, hop(true))) {
            TestTarget target = TestTarget.https(server.getPort()).ca(root.file(folder));
            for (String wrong :
                    List.of("http://localhost/x", "/x", "https://other.test/", "https:// x")) {
                try (ScriptedServer http = redirecting(wrong)) {
                    List<Finding> findings = TlsCase.run(target.plain(http.port()));
                    assertEquals(
                            Set.of("tls.http-redirect"),
                            TlsCase.with(Outcome.FAIL, findings),
                            wrong);
                }
            }
            try (ScriptedServer http =
                    ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
                assertEquals(
                        Set.of("tls.http-redirect"),
                        TlsCase.with(Outcome.FAIL, TlsCase.run(target.plain(http.port()))));
            }
            try (ScriptedServer http =
                    ScriptedServer.answering("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n")) {
                assertTrue(
                        TlsCase.with(Outcome.UNKNOWN, TlsCase.run(target.plain(http.port())))
                                .contains("tls.http-redirect"));
            }
            int closed;
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = taken.getLocalPort();
            }
            List<Finding> closedPort = TlsCase.run(target.plain(closed));
            assertTrue(TlsCase.with(Outcome.PASS, closedPort).contains("tls.http-redirect"));
            // With connect and without plain nobody knows where http is.
            List<Finding> unsaid = TlsCase.run(target.connect("127.0.0.1", server.getPort()));
            assertTrue(TlsCase.with(Outcome.NOT_APPLICABLE, unsaid).contains("tls.http-redirect"));
        }
    }

    @Test
    void looksAtTheHopOverHttps() throws Exception {
        try (MockWebServer server = serving(root.issue(Wish.usual()), 0, hop(false));
                ScriptedServer http = redirecting("https://localhost/")) {
            TestTarget target =
                    TestTarget.https(server.getPort()).ca(root.file(folder)).plain(http.port());
            assertEquals(
                    Set.of("tls.redirect-hsts"), TlsCase.with(Outcome.FAIL, TlsCase.run(target)));
        }
    }

    @Test
    void missesAHostOnThePreloadList() throws Exception {
        Optional<PreloadList> list = Optional.of(PreloadList.read("other.test\n", "list"));
        Optional<CaaRecords> caa =
                Optional.of(CaaRecords.read("other.test. CAA 0 issue \"ca.test\"\n", "caa"));
        try (MockWebServer server = serving(root.issue(Wish.usual()), 0, hop(true));
                ScriptedServer http = redirecting("https://localhost/")) {
            TestTarget target =
                    TestTarget.https(server.getPort()).ca(root.file(folder)).plain(http.port());
            assertEquals(
                    Set.of("tls.preload", "tls.caa"),
                    TlsCase.with(Outcome.FAIL, TlsCase.run(target, list, caa)));
        }
    }

    @Test
    void saysUnknownWhenNobodySpeaksTls() throws Exception {
        try (ScriptedServer http =
                ScriptedServer.answering("HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n")) {
            List<Finding> findings = TlsCase.run(TestTarget.https(http.port()).plain(http.port()));
            assertEquals(
                    Set.of("tls.http-redirect"),
                    TlsCase.with(Outcome.PASS, findings),
                    TlsCase.all(findings));
            assertTrue(TlsCase.with(Outcome.UNKNOWN, findings).contains("tls.old-version"));
            assertTrue(TlsCase.with(Outcome.UNKNOWN, findings).contains("tls.certificate-name"));
        }
    }

    @Test
    void saysErrorWhenTheAddressIsRefused() throws Exception {
        List<Finding> findings = TlsCase.run(TestTarget.https(1).in(Network.PUBLIC));
        Set<String> errors = TlsCase.with(Outcome.ERROR, findings);
        assertTrue(errors.contains("tls.certificate-trust"), TlsCase.all(findings));
        assertTrue(errors.contains("tls.weak-suite"));
        assertEquals(Set.of(), TlsCase.with(Outcome.PASS, findings));
    }

    @Test
    void mindsATargetWithoutTls() throws Exception {
        List<Finding> here = TlsCase.run(TestTarget.http(1));
        assertEquals(TlsRules.ALL.size(), TlsCase.with(Outcome.NOT_APPLICABLE, here).size());
        List<Finding> elsewhere =
                TlsCase.run(TestTarget.http(80).host("10.0.0.1").in(Network.PRIVATE));
        assertEquals(Set.of("tls.not-encrypted"), TlsCase.with(Outcome.FAIL, elsewhere));
        assertFalse(TlsCase.all(elsewhere).contains("PASS"));
    }

    @Test
    void hasARuleForEachId() {
        assertEquals(TlsRules.ALL.size(), new Catalogue(List.of(TlsRules.ALL)).ids().size());
    }
}
