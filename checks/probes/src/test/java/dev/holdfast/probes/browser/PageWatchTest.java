package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page does late, and what it must not do at all: WebRTC asks past every proxy. */
final class PageWatchTest {
    private static final String PAGE =
            """
            <!doctype html><title>x</title><iframe id=f srcdoc="<p>x</p>"></iframe>
            <script>
            function ask(w, where) {
              let made = 'none';
              try {
                const c = new w.RTCPeerConnection(
                    {iceServers: [{urls: 'stun:127.0.0.1:%PORT%'}]});
                c.createDataChannel('x');
                c.createOffer().then(o => c.setLocalDescription(o));
                made = 'made';
              } catch (e) { made = 'refused'; }
              fetch('/said-' + where + '-' + made);
            }
            ask(window, 'page');
            const blank = document.createElement('iframe');
            document.documentElement.append(blank);
            ask(blank.contentWindow, 'blank');
            document.getElementById('f').onload = e => ask(e.target.contentWindow, 'frame');
            </script>
            """;

    @Test
    void seesWhatATimerDoesAfterTheLoad() throws Exception {
        Path browser = Browsers.here();
        try (Site site = new Site()) {
            site.page(
                    "/",
                    "script-src 'nonce-abcdefgh12345678'",
                    """
                    <!doctype html><title>x</title>
                    <script nonce=abcdefgh12345678>
                    setTimeout(() => {
                      const late = document.createElement('script');
                      late.textContent = 'late';
                      document.head.append(late);
                    }, 1500);
                    </script>
                    """);
            List<Observation> seen =
                    BrowserAudit.run(site.session(false, Route.of("/", RouteClass.PAGE)), browser);
            assertEquals(
                    List.of(Outcome.FAIL),
                    seen.stream()
                            .map(Observation::finding)
                            .filter(each ->
                                    each.rule().id().value().equals("csp.browser-violations"))
                            .map(Finding::outcome)
                            .toList());
        }
    }

    @Test
    void sendsNothingOverUdp() throws Exception {
        Path browser = Browsers.here();
        try (DatagramSocket stun =
                        new DatagramSocket(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Site site = new Site()) {
            site.page("/", "", PAGE.replace("%PORT%", String.valueOf(stun.getLocalPort())));
            BrowserAudit.run(site.session(false, Route.of("/", RouteClass.PAGE)), browser);

            assertTrue(site.asked().contains("GET /said-page-refused"), site.asked().toString());
            assertTrue(site.asked().contains("GET /said-blank-refused"), site.asked().toString());
            assertEquals(0, site.asked().stream().filter(each -> each.endsWith("-made")).count());
            stun.setSoTimeout(1);
            assertThrows(
                    SocketTimeoutException.class,
                    () -> stun.receive(new DatagramPacket(new byte[100], 100)));
        }
    }
}
