package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Reply.Unanswered;
import dev.holdfast.probes.wire.fixture.Issued;
import dev.holdfast.probes.wire.fixture.Issued.Wish;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustTest {
    private static Issued root;

    @TempDir Path folder;

    @BeforeAll
    static void makeAuthority() {
        root = Issued.selfSigned(Wish.authority("Test Root"));
    }

    private static MockWebServer serving(Issued issued) throws Exception {
        MockWebServer server = new MockWebServer();
        server.useHttps(issued.server(0).getSocketFactory());
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        for (int i = 0; i < 4; i++) {
            server.enqueue(new MockResponse.Builder().body("well").build());
        }
        return server;
    }

    private void assertNotTrusted(Issued issued, boolean known, String words) throws Exception {
        try (MockWebServer server = serving(issued)) {
            TestTarget target = TestTarget.https(server.getPort());
            try (Rig rig = new Rig(known ? target.ca(root.file(folder)) : target)) {
                for (Request each : List.of(Request.get("/"), Request.get("/").exactly())) {
                    Unanswered refused = rig.refusal(each);
                    assertEquals(Reason.NOT_TRUSTED, refused.reason(), refused.words());
                    assertTrue(refused.words().contains(words), refused.words());
                }
            }
            assertEquals(0, server.getRequestCount());
        }
    }

    @Test
    void trustsTheAuthorityOfThePolicy() throws Exception {
        try (MockWebServer server = serving(root.issue(Wish.usual()))) {
            TestTarget target = TestTarget.https(server.getPort()).ca(root.file(folder));
            try (Rig rig = new Rig(target)) {
                assertEquals("well", rig.answer(Request.get("/")).body().text());
                assertEquals("well", rig.answer(Request.get("/").exactly()).body().text());
                assertEquals("h2", String.valueOf(protocol(server)));
                assertEquals("http/1.1", String.valueOf(protocol(server)));
            }
            try (Rig rig = new Rig(target.host("127.0.0.1"))) {
                assertEquals("well", rig.answer(Request.get("/")).body().text());
                assertEquals("well", rig.answer(Request.get("/").exactly()).body().text());
            }
        }
    }

    private static String protocol(MockWebServer server) throws InterruptedException {
        String version = server.takeRequest().getVersion();
        return version.equals("HTTP/2") || version.equals("h2") ? "h2" : "http/1.1";
    }

    @Test
    void speaksHttp2Only() throws Exception {
        try (MockWebServer server = serving(root.issue(Wish.usual()))) {
            server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
            try (Rig rig = new Rig(TestTarget.https(server.getPort()).ca(root.file(folder)))) {
                for (int i = 0; i < 4; i++) {
                    assertEquals(200, rig.answer(Request.get("/")).status());
                }
            }
            assertEquals(4, server.getRequestCount());
        }
    }

    @Test
    void refusesACertificateOfNobody() throws Exception {
        assertNotTrusted(Issued.selfSigned(Wish.usual()), true, "signed by nobody");
        assertNotTrusted(root.issue(Wish.usual()), false, "signed by nobody");
    }

    @Test
    void refusesACertificateForAnotherName() throws Exception {
        assertNotTrusted(root.issue(Wish.usual().named("other.test")), true, "another name");
        assertNotTrusted(root.issue(Wish.usual().named()), true, "another name");
    }

    @Test
    void refusesACertificateOutOfItsTime() throws Exception {
        Wish expired = Wish.usual().valid(Duration.ofDays(-30), Duration.ofDays(-1));
        assertNotTrusted(root.issue(expired), true, "has expired");
        Wish early = Wish.usual().valid(Duration.ofDays(1), Duration.ofDays(30));
        assertNotTrusted(root.issue(early), true, "not valid yet");
    }

    @Test
    void saysWhatIsWrongWithTheFileOfAnchors() throws Exception {
        Path none = folder.resolve("none.pem");
        UserProblem missing =
                assertThrows(
                        UserProblem.class, () -> new Rig(TestTarget.https(1).ca(none)).close());
        assertTrue(missing.what().contains("none.pem"), missing.what());
        for (String text : List.of("", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
            Files.writeString(none, text);
            UserProblem empty =
                    assertThrows(
                            UserProblem.class, () -> new Rig(TestTarget.https(1).ca(none)).close());
            assertTrue(empty.what().contains("no certificate"), empty.what());
        }
    }

    @Test
    void readsSeveralAnchors() throws Exception {
        Issued other = Issued.selfSigned(Wish.authority("Other Root"));
        Path both = Files.writeString(folder.resolve("both.pem"), other.pem() + root.pem());
        try (MockWebServer server = serving(root.issue(Wish.usual()));
                Rig rig = new Rig(TestTarget.https(server.getPort()).ca(both))) {
            assertEquals(200, rig.answer(Request.get("/")).status());
        }
    }
}
