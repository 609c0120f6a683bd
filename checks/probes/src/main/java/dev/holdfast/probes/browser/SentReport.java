package dev.holdfast.probes.browser;

import java.util.Locale;
import java.util.Map;

/**
 * A violation report that the browser wanted to send.
 *
 * @param type its media type
 */
record SentReport(String url, String type, String body) {
    static SentReport of(Node paused) {
        String type = "application/csp-report";
        for (Map.Entry<?, ?> header : paused.at("request", "headers").members().entrySet()) {
            if (String.valueOf(header.getKey()).toLowerCase(Locale.ROOT).equals("content-type")) {
                type = String.valueOf(header.getValue());
            }
        }
        return new SentReport(
                paused.at("request", "url").text(), type, paused.at("request", "postData").text());
    }
}
