package dev.holdfast.probes.csp.judge;

import java.util.List;

/**
 * The policies of one response, as they were received.
 *
 * @param enforced the values of Content-Security-Policy, one for each line
 * @param reportOnly the values of Content-Security-Policy-Report-Only
 * @param metas the contents of meta elements in the page's head
 * @param page the page's URL
 */
public record Received(
        List<String> enforced, List<String> reportOnly, List<String> metas, String page) {
    /** The page that recorded policies are judged for. */
    public static final String VICTIM = "https://victim.test/page";

    public Received {
        enforced = List.copyOf(enforced);
        reportOnly = List.copyOf(reportOnly);
        metas = List.copyOf(metas);
    }

    /** Header values alone, of a page that nobody knows. */
    public static Received headers(List<String> values) {
        return new Received(values, List.of(), List.of(), VICTIM);
    }
}
