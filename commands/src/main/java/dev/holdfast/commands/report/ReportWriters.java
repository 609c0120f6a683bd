package dev.holdfast.commands.report;

/** Finds the writer of a format; loads that one only. */
public final class ReportWriters {

    private ReportWriters() {}

    /** The writer of that format. */
    public static ReportWriter of(ReportFormat format, ReportOptions options) {
        return switch (format) {
            case TEXT -> new TextReport(options);
            case JSON -> new JsonReport();
            case JSONL -> new JsonLinesReport();
            case SARIF -> new SarifReport();
            case JUNIT -> new JunitReport();
            case MARKDOWN -> new MarkdownReport();
            case HTML -> new HtmlReport(options.history());
        };
    }
}
