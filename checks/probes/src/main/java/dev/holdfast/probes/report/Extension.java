package dev.holdfast.probes.report;

import java.util.List;
import java.util.Locale;

/**
 * Tells what a visitor's browser extension did from what the page did. {@code about:} is the
 * page's: its own frames are {@code about:srcdoc} and {@code about:blank}.
 */
final class Extension {
    private static final List<String> SCHEMES =
            List.of(
                    "chrome-extension",
                    "moz-extension",
                    "safari-extension",
                    "safari-web-extension",
                    "ms-browser-extension",
                    "webkit-masked-url",
                    "user-script",
                    "chrome",
                    "resource");

    private Extension() {}

    /** Whether the report is of an extension, by what was blocked or by whose code did it. */
    static boolean caused(ViolationReport report) {
        return of(report.blocked()) || of(report.source());
    }

    private static boolean of(String address) {
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? address : address.substring(0, colon);
        return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    }
}
