package dev.holdfast.probes.browser;

import java.util.List;

/** How a browser is started so that it does nothing of its own accord and reaches nothing. */
final class BrowserFlags {
    /** The flags of every start. */
    static final List<String> ALWAYS =
            List.of(
                    "--headless",
                    "--disable-gpu",
                    "--mute-audio",
                    "--no-first-run",
                    "--no-default-browser-check",
                    "--disable-background-networking",
                    "--disable-background-timer-throttling",
                    "--disable-component-update",
                    "--disable-default-apps",
                    "--disable-domain-reliability",
                    "--disable-extensions",
                    "--disable-sync",
                    "--disable-features=Translate,OptimizationHints,MediaRouter",
                    "--metrics-recording-only",
                    "--no-pings",
                    "--password-store=basic",
                    "--block-new-web-contents",
                    // No name has an address; an address in a URL is a name for this, too.
                    "--host-resolver-rules=MAP * ~NOTFOUND",
                    // Whatever asks for no name goes to the discard port of this machine.
                    "--proxy-server=http://127.0.0.1:9",
                    "--proxy-bypass-list=<-loopback>",
                    "--disable-quic",
                    "--dns-prefetch-disable",
                    // The same under its old name and its new one.
                    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
                    "--remote-debugging-port=0");

    private BrowserFlags() {}
}
