package dev.holdfast.probes.csp.policy;

import java.util.Map;
import java.util.Set;

/** The names of directives that browsers of today know, and of those that they have dropped. */
public final class KnownDirectives {
    /** Directives whose value is a list of sources. */
    public static final Set<String> OF_SOURCES =
            Set.of(
                    "default-src",
                    "script-src",
                    "script-src-elem",
                    "script-src-attr",
                    "style-src",
                    "style-src-elem",
                    "style-src-attr",
                    "img-src",
                    "connect-src",
                    "font-src",
                    "media-src",
                    "object-src",
                    "frame-src",
                    "child-src",
                    "worker-src",
                    "manifest-src",
                    "fenced-frame-src",
                    "base-uri",
                    "form-action",
                    "frame-ancestors");

    private static final Set<String> OTHERS =
            Set.of(
                    "sandbox",
                    "report-uri",
                    "report-to",
                    "upgrade-insecure-requests",
                    "require-trusted-types-for",
                    "trusted-types",
                    "treat-as-public-address",
                    "webrtc");

    /** Directives that do nothing any more or soon, and what to write instead. */
    public static final Map<String, String> DROPPED =
            Map.of(
                    "block-all-mixed-content", "upgrade-insecure-requests",
                    "plugin-types", "object-src 'none'",
                    "reflected-xss", "nothing: no browser has such a filter any more",
                    "referrer", "the Referrer-Policy header field",
                    "require-sri-for", "the Integrity-Policy header field",
                    "prefetch-src", "default-src",
                    "navigate-to", "nothing: no browser has it",
                    "disown-opener", "the Cross-Origin-Opener-Policy header field",
                    "policy-uri", "the policy itself in the header field",
                    "allow", "default-src");

    private KnownDirectives() {}

    /** Whether a browser knows it, or once did. */
    public static boolean has(String name) {
        return isCurrent(name) || DROPPED.containsKey(name);
    }

    /** Whether a browser of today knows it. */
    public static boolean isCurrent(String name) {
        return OF_SOURCES.contains(name) || OTHERS.contains(name);
    }
}
