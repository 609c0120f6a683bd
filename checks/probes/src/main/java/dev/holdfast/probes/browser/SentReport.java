package dev.holdfast.probes.browser;

import dev.holdfast.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A violation report that the browser wanted to send.
 *
 * @param type its media type
 */
record SentReport(String url, String type, String body) {
    /** One that waits to be sent in the form of the Reporting API (section 4.2). */
    static SentReport queued(String url, Node report) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("age", 0);
        one.put("type", report.at("type").text());
        one.put("url", report.at("initiatorUrl").text());
        one.put("user_agent", "holdfast probe");
        one.put("body", report.at("body").members());
        return new SentReport(url, "application/reports+json", JsonText.line(List.of(one)));
    }

    /** One that is being sent. */
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
