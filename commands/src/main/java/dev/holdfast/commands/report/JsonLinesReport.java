package dev.holdfast.commands.report;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Each result as {@code holdfast.report/v1} has it, on a line of its own, and nothing else. */
final class JsonLinesReport implements ReportWriter {
    @Override
    public void write(Report report, OutputStream out) throws IOException {
        for (Result result : report.results()) {
            String line = JsonText.line(JsonReport.result(result)) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
