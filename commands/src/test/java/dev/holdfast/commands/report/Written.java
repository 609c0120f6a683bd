package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** What a writer wrote. */
final class Written {

    private Written() {}

    static String by(ReportFormat format, Report report) throws IOException {
        return by(ReportWriters.of(format, ReportOptions.plain()), report);
    }

    static String by(ReportWriter writer, Report report) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes(writer, report)))
                .toString();
    }

    static byte[] bytes(ReportWriter writer, Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toByteArray();
    }
}
