package dev.holdfast.probes.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyServerTest {
    @Test
    void answersAndTells() throws IOException {
        try (KeyServer server = KeyServer.open("{}")) {
            assertFalse(server.asked());
            try (var in = URI.create(server.address()).toURL().openStream()) {
                assertEquals("{}", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertTrue(server.asked());
        }
    }

    @Test
    void hangsUpOnRequestWithoutEnd() throws IOException {
        try (KeyServer server = KeyServer.open("{}");
                Socket caller = caller(server)) {
            OutputStream out = caller.getOutputStream();
            byte[] part = "A".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
            // It reads 8 KiB; what fits between the two ends of a connection is far below this.
            assertThrows(
                    IOException.class,
                    () -> {
                        for (int count = 0; count < 256; count++) {
                            out.write(part);
                        }
                    });
        }
    }

    @Test
    void hangsUpOnCallerThatSaysNothingWhenClosed() throws IOException {
        KeyServer server = KeyServer.open("{}");
        try (Socket caller = caller(server)) {
            while (!server.asked()) {
                Thread.onSpinWait();
            }
            server.close();
            assertEquals(-1, ended(caller));
        }
    }

    /** A closed connection ends or is reset, by what was still under way. */
    private static int ended(Socket caller) {
        try {
            return caller.getInputStream().read();
        } catch (IOException reset) {
            return -1;
        }
    }

    private static Socket caller(KeyServer server) throws IOException {
        int port = URI.create(server.address()).getPort();
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
