package dev.holdfast.commands.report;

import dev.holdfast.core.report.Report;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a report in one format, as UTF-8. */
@FunctionalInterface
public interface ReportWriter {

    /** Writes the whole report; does not close the stream. */
    void write(Report report, OutputStream out) throws IOException;
}
