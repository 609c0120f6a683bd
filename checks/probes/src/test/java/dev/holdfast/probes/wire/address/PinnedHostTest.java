package dev.holdfast.probes.wire.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.target.HostPort;
import dev.holdfast.probes.target.Network;
import dev.holdfast.probes.wire.fixture.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PinnedHostTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private static PinnedHost host(Network network, Resolver resolver, int port) {
        return new PinnedHost(
                new AddressGuard(network, resolver), new HostPort("shop.test", port), SOON);
    }

    private static List<InetAddress> addresses(String... all) {
        return java.util.Arrays.stream(all).map(InetAddress::ofLiteral).toList();
    }

    @Test
    void asksForTheNameOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding =
                name ->
                        asked.incrementAndGet() == 1
                                ? addresses("93.184.215.14")
                                : addresses("127.0.0.1");
        PinnedHost host = host(Network.PUBLIC, rebinding, 443);
        for (int i = 0; i < 3; i++) {
            assertEquals("93.184.215.14", host.address().getHostAddress());
        }
        assertEquals(1, asked.get());
    }

    @Test
    void staysRefusedWhenTheNextAnswerWouldBeAllowed() {
        AtomicInteger asked = new AtomicInteger();
        Resolver changing =
                name ->
                        asked.incrementAndGet() == 1
                                ? addresses("127.0.0.1")
                                : addresses("93.184.215.14");
        PinnedHost host = host(Network.PUBLIC, changing, 443);
        assertThrows(RefusedAddress.class, host::address);
        assertThrows(RefusedAddress.class, host::address);
        assertEquals(1, asked.get());
    }

    @Test
    void refusesANameWithOneAddressOutside() {
        PinnedHost mixed =
                host(Network.PUBLIC, name -> addresses("93.184.215.14", "10.0.0.1"), 443);
        RefusedAddress refused = assertThrows(RefusedAddress.class, mixed::address);
        assertEquals(
                "10.0.0.1 is refused: it is private, 10.0.0.0/8, and the target's network is"
                        + " public",
                refused.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Network.class)
    void refusesMetadataInEveryNetwork(Network network) {
        for (String address :
                List.of(
                        "169.254.169.254",
                        "fd00:ec2::254",
                        "100.100.100.200",
                        "168.63.129.16",
                        "192.0.0.192",
                        "::ffff:169.254.169.254")) {
            PinnedHost host = host(network, name -> addresses(address), 80);
            RefusedAddress refused = assertThrows(RefusedAddress.class, host::address);
            assertTrue(String.valueOf(refused.getMessage()).contains("credentials"), address);
        }
    }

    @Test
    void wantsExactlyTheNetworkOfThePolicy() throws Exception {
        Resolver loopback = name -> addresses("127.0.0.1");
        Resolver inside = name -> addresses("10.0.0.1");
        assertEquals("127.0.0.1", host(Network.LOOPBACK, loopback, 1).address().getHostAddress());
        assertEquals("10.0.0.1", host(Network.PRIVATE, inside, 1).address().getHostAddress());
        assertThrows(RefusedAddress.class, host(Network.PRIVATE, loopback, 1)::address);
        assertThrows(RefusedAddress.class, host(Network.LOOPBACK, inside, 1)::address);
        assertThrows(
                RefusedAddress.class,
                host(Network.PRIVATE, name -> addresses("8.8.8.8"), 1)::address);
    }

    @Test
    void saysThatThereIsNoSuchName() {
        PinnedHost host =
                host(
                        Network.PUBLIC,
                        name -> {
                            throw new UnknownHostException(name);
                        },
                        443);
        assertThrows(UnknownHostException.class, host::address);
        assertThrows(UnknownHostException.class, host::address);
        assertThrows(UnknownHostException.class, host(Network.PUBLIC, _ -> List.of(), 1)::address);
    }

    @Test
    void takesTheFirstAddressThatTakesAConnection() throws Exception {
        try (ScriptedServer server = ScriptedServer.answering("")) {
            PinnedHost host =
                    host(
                            Network.LOOPBACK,
                            name -> addresses("127.9.9.9", "127.0.0.1"),
                            server.port());
            assertEquals("127.0.0.1", host.address().getHostAddress());
        }
    }

    @Test
    void connectsThereWhateverASocketIsTold() throws Exception {
        try (ScriptedServer right = ScriptedServer.answering("");
                ScriptedServer wrong = ScriptedServer.answering("")) {
            PinnedHost host = host(Network.LOOPBACK, name -> addresses("127.0.0.1"), right.port());
            PinnedSockets sockets = host.sockets(right.port());
            InetAddress loopback = InetAddress.getLoopbackAddress();
            try (Socket told = sockets.createSocket()) {
                told.connect(new InetSocketAddress(loopback, wrong.port()), 1000);
                assertEquals(right.port(), told.getPort());
            }
            try (Socket told = sockets.createSocket()) {
                told.connect(new InetSocketAddress(loopback, wrong.port()));
                assertEquals(right.port(), told.getPort());
            }
            for (Socket told :
                    List.of(
                            sockets.createSocket("127.0.0.1", wrong.port()),
                            sockets.createSocket(loopback, wrong.port()),
                            sockets.createSocket("127.0.0.1", wrong.port(), loopback, 0),
                            sockets.createSocket(loopback, wrong.port(), loopback, 0))) {
                assertEquals(right.port(), told.getPort());
                told.close();
            }
            assertEquals(0, wrong.connections());
        }
    }

    @Test
    void connectsNowhereWhenRefused() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering("")) {
            PinnedHost host = host(Network.PUBLIC, name -> addresses("127.0.0.1"), server.port());
            PinnedSockets sockets = host.sockets(server.port());
            assertThrows(RefusedAddress.class, () -> sockets.connected(1000));
            assertThrows(
                    RefusedAddress.class, () -> sockets.createSocket("127.0.0.1", server.port()));
            assertEquals(0, server.connections());
        }
    }
}
