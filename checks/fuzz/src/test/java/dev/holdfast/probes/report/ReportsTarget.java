package dev.holdfast.probes.report;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.fuzz.Pieces;
import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import dev.holdfast.probes.difference.ReportReader;
import java.io.IOException;
import java.util.List;

/** What browsers report, what a collector is sent, and the report of another run. */
public final class ReportsTarget implements Target {
    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "{\"csp-report\":{\"document-uri\":\"https://a.test/\",\"blocked-uri\":\"inline\","
                        + "\"effective-directive\":\"script-src-elem\",\"line-number\":1}}",
                "[{\"type\":\"csp-violation\",\"url\":\"https://a.test/\",\"body\":"
                        + "{\"blockedURL\":\"eval\",\"disposition\":\"enforce\"}}]",
                "POST / HTTP/1.1\r\nContent-Type: application/csp-report\r\nContent-Length: 2"
                        + "\r\n\r\n{}",
                "{\"schema\":\"holdfast.report/v1\",\"command\":\"probe all\",\"results\":[{\"check\":"
                        + "\"a.b\",\"fingerprint\":\"0\",\"outcome\":\"fail\",\"severity\":\"low\"}]}");
    }

    @Override
    public void run(byte[] input) throws IOException {
        String text = Text.of(input);
        ReportText.read(text);
        ReportRequest.read(new Pieces(input), System.nanoTime() + 1_000_000_000L);
        try {
            ReportReader.read(text, "old.json");
        } catch (UserProblem told) {
            if (!String.valueOf(told.getMessage()).startsWith("old.json")) {
                throw new AssertionError("a message without its file", told);
            }
        }
    }
}
