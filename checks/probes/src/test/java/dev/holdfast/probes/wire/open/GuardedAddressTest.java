package dev.holdfast.probes.wire.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.wire.Line;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Reply.Unanswered;
import dev.holdfast.probes.wire.address.Resolver;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import dev.holdfast.probes.wire.fixture.TestTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is connected to what the policy does not allow, on none of the ways there are. */
final class GuardedAddressTest {
    private final ScriptedServer server =
            ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void assertRefused(Rig rig) throws InterruptedException {
        for (Request each :
                List.of(Request.get("/"), Request.get("/").exactly(), Request.get("/a b"))) {
            Unanswered refused = rig.refusal(each);
            assertEquals(Reason.REFUSED_ADDRESS, refused.reason(), refused.words());
        }
        Line.Shut line = assertInstanceOf(Line.Shut.class, rig.wire().connect());
        assertEquals(Reason.REFUSED_ADDRESS, line.because().reason());
        assertEquals(0, server.connections());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "127.1",
                "0177.0.0.1",
                "0x7f.1",
                "0x7f000001",
                "\u2460\u2461\u2466.0.0.1",
                "\uff11\uff12\uff17.0.0.1",
                "127.0.0.1.",
                "localhost",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "fd00:ec2::254",
                "fc00::1",
                "169.254.169.254",
                "10.1.2.3",
                "100.64.0.1",
                "0.0.0.0",
                "::"
            })
    void refusesEverySpellingForAPublicTarget(String host) throws Exception {
        TestTarget target = TestTarget.http(server.port()).host(host).in(Network.PUBLIC);
        try (Rig rig = new Rig(target)) {
            assertRefused(rig);
        }
        try (Rig rig = new Rig(TestTarget.https(server.port()).host(host).in(Network.PUBLIC))) {
            assertRefused(rig);
        }
    }

    @Test
    void refusesAConnectOutsideOfTheNetwork() throws Exception {
        TestTarget target =
                TestTarget.http(80)
                        .host("shop.test")
                        .in(Network.PUBLIC)
                        .connect("127.0.0.1", server.port());
        try (Rig rig = new Rig(target)) {
            assertRefused(rig);
        }
    }

    @Test
    void connectsToConnectAndAsksForTheName() throws Exception {
        TestTarget target =
                TestTarget.http(80).host("shop.test").connect("127.0.0.1", server.port());
        Resolver nobody =
                name -> {
                    throw new AssertionError("asked for " + name);
                };
        try (Rig rig = new Rig(target, nobody)) {
            assertEquals(200, rig.answer(Request.get("/")).status());
            assertEquals(200, rig.answer(Request.get("/").exactly()).status());
            for (String head : server.heads()) {
                assertTrue(head.contains("\r\nHost: shop.test\r\n"), head);
            }
            assertEquals("http://shop.test/", rig.recorded.getFirst().url());
        }
    }

    @Test
    void refusesMixedAnswersOfANameServer() throws Exception {
        Resolver mixed =
                name ->
                        List.of(
                                InetAddress.ofLiteral("93.184.215.14"),
                                InetAddress.ofLiteral("127.0.0.1"));
        TestTarget target = TestTarget.http(server.port()).host("shop.test").in(Network.PUBLIC);
        try (Rig rig = new Rig(target, mixed)) {
            assertRefused(rig);
        }
    }

    @Test
    void staysWithTheFirstAnswerOfANameServer() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding =
                name ->
                        List.of(
                                InetAddress.ofLiteral(
                                        asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1"));
        TestTarget target = TestTarget.http(server.port()).host("shop.test");
        try (Rig rig = new Rig(target, rebinding)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(200, rig.answer(Request.get("/")).status());
                assertEquals(200, rig.answer(Request.get("/").exactly()).status());
            }
        }
        assertEquals(1, asked.get());
        assertEquals(6, server.connections());
    }

    @Test
    void asksOverHttpWhereThePolicySays() throws Exception {
        TestTarget target =
                TestTarget.https(443)
                        .host("shop.test")
                        .connect("127.0.0.1", 1)
                        .plain(server.port());
        try (Rig rig = new Rig(target)) {
            assertEquals(200, rig.answer(Request.get("/x").plainly()).status());
            assertTrue(server.heads().getFirst().contains("\r\nHost: shop.test\r\n"));
            assertEquals("http://shop.test/x", rig.recorded.getFirst().url());
        }
        try (Rig rig = new Rig(TestTarget.https(443).host("shop.test").connect("127.0.0.1", 1))) {
            Unanswered refused = rig.refusal(Request.get("/x").plainly());
            assertEquals(Reason.NOT_ALLOWED, refused.reason());
            assertTrue(refused.words().contains("probes.targets.test.plain"), refused.words());
        }
        try (Rig rig =
                new Rig(
                        TestTarget.https(443)
                                .host("93.184.215.14")
                                .in(Network.PUBLIC)
                                .plain(server.port()))) {
            assertEquals(Reason.REFUSED_ADDRESS, rig.refusal(Request.get("/x").plainly()).reason());
        }
        assertEquals(1, server.connections());
    }

    @Test
    void opensBareConnections() throws Exception {
        try (Rig rig = new Rig(TestTarget.http(server.port()))) {
            Line.Open line = assertInstanceOf(Line.Open.class, rig.wire().connect());
            assertEquals(server.port(), line.socket().getPort());
            line.socket().close();
        }
    }
}
