package dev.holdfast.probes.report;

import java.nio.charset.StandardCharsets;

/**
 * What the collector answers.
 *
 * @param more header lines beside the usual ones, each with its end
 */
record Status(int code, String reason, String more) {
    // A browser asks before it sends application/reports+json to another origin.
    private static final String ANY_ORIGIN = "Access-Control-Allow-Origin: *\r\n";

    static final Status TAKEN = new Status(204, "No Content", ANY_ORIGIN);
    static final Status PREFLIGHT =
            new Status(
                    204,
                    "No Content",
                    ANY_ORIGIN
                            + "Access-Control-Allow-Methods: POST\r\n"
                            + "Access-Control-Allow-Headers: content-type\r\n"
                            + "Access-Control-Max-Age: 600\r\n");
    static final Status NO_REQUEST = new Status(400, "Bad Request", "");
    static final Status WRONG_METHOD = new Status(405, "Method Not Allowed", "Allow: POST\r\n");
    static final Status LATE = new Status(408, "Request Timeout", "");
    static final Status NO_LENGTH = new Status(411, "Length Required", "");
    static final Status TOO_LARGE = new Status(413, "Content Too Large", "");
    static final Status WRONG_TYPE = new Status(415, "Unsupported Media Type", "");
    static final Status FULL = new Status(503, "Service Unavailable", "");

    boolean refused() {
        return code != TAKEN.code();
    }

    byte[] answer() {
        // RFC 9110, section 8.6: no length with 204.
        String length = code == TAKEN.code() ? "" : "Content-Length: 0\r\n";
        return "HTTP/1.1 %d %s\r\n%s%sConnection: close\r\n\r\n"
                .formatted(code, reason, more, length)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
