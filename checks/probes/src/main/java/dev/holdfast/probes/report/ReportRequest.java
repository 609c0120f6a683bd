package dev.holdfast.probes.report;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request to the collector: either what to answer at once, or the text of reports.
 *
 * @param text of the body, when it is one that may hold reports
 */
record ReportRequest(Status status, Optional<String> text) {
    private static final int LONGEST_HEAD = 16 << 10;
    private static final int LONGEST_BODY = 256 << 10;

    /** Reads a request (RFC 9112), no longer than until that time of {@link System#nanoTime}. */
    static ReportRequest read(InputStream in, long end) throws IOException {
        try {
            return head(in, end);
        } catch (SocketTimeoutException late) {
            return refused(Status.LATE);
        }
    }

    private static ReportRequest head(InputStream in, long end) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!ended(head)) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                return refused(Status.NO_REQUEST);
            }
            if (System.nanoTime() > end) {
                return refused(Status.LATE);
            }
            head.append((char) next);
        }
        List<String> lines = head.toString().lines().toList();
        String[] words = lines.getFirst().split(" ", -1);
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            return refused(Status.NO_REQUEST);
        }
        if (words[0].equals("OPTIONS")) {
            return refused(Status.PREFLIGHT);
        }
        return words[0].equals("POST") ? body(lines, in, end) : refused(Status.WRONG_METHOD);
    }

    private static boolean ended(StringBuilder head) {
        int length = head.length();
        return length >= 4 && head.substring(length - 4).equals("\r\n\r\n");
    }

    private static ReportRequest body(List<String> lines, InputStream in, long end)
            throws IOException {
        String type = field(lines, "content-type").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/csp-report")
                && !type.equalsIgnoreCase("application/reports+json")) {
            return refused(Status.WRONG_TYPE);
        }
        String length = field(lines, "content-length");
        if (length.isEmpty()) {
            return refused(Status.NO_LENGTH);
        }
        if (!length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return refused(Status.NO_REQUEST);
        }
        if (length.length() > 9 || Integer.parseInt(length) > LONGEST_BODY) {
            return refused(Status.TOO_LARGE);
        }
        byte[] body = new byte[Integer.parseInt(length)];
        int read = 0;
        while (read < body.length) {
            int more = in.read(body, read, body.length - read);
            if (more < 0) {
                return refused(Status.NO_REQUEST);
            }
            if (System.nanoTime() > end) {
                return refused(Status.LATE);
            }
            read += more;
        }
        return new ReportRequest(
                Status.TAKEN, Optional.of(new String(body, StandardCharsets.UTF_8)));
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static ReportRequest refused(Status status) {
        return new ReportRequest(status, Optional.empty());
    }

    /** Writes the reports down and says what to answer. */
    Status take(ReportFile file) throws IOException {
        if (text.isEmpty()) {
            return status;
        }
        Optional<Reports> reports = ReportText.read(text.get());
        if (reports.isEmpty()) {
            return Status.NO_REQUEST;
        }
        return file.add(reports.get()) ? status : Status.FULL;
    }
}
