package dev.holdfast.commands.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What stands around a page that needs nothing else: no request leaves it, for its content security
 * policy allows only its own style and script, by hash.
 */
final class HtmlFrame {

    private HtmlFrame() {}

    /**
     * Begins a page, up to and with {@code <body>}.
     *
     * @param script the text of the only script, or empty when there is none
     */
    static void open(HtmlText page, String title, String script) throws IOException {
        String style = Resource.text("report.css");
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .raw("style-src '" + hash(style) + "'; ")
                .raw(script.isEmpty() ? "" : "script-src '" + hash(script) + "'; ")
                .raw("img-src data:; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
                // A browser asks a web server for an icon unless the page has one.
                .raw("<link rel=\"icon\" href=\"data:,\">\n<title>")
                .text(title)
                .raw("</title>\n<style>")
                .raw(style)
                .raw("</style>\n</head>\n<body>\n");
    }

    // CSP Level 3, section 8.4: the hash is of the element's text.
    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
