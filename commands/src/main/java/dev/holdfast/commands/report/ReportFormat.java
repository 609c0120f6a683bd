package dev.holdfast.commands.report;

import java.util.Locale;
import java.util.Optional;

/** The formats that a report can be written in. */
public enum ReportFormat {
    /** For a person at a terminal. */
    TEXT,
    /** For programs: {@code holdfast.report/v1}, which is only ever added to. */
    JSON,
    /** For programs that read line by line: one result, or one answer, on each. */
    JSONL,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** JUnit XML, for CI systems that show tests. */
    JUNIT,
    /** For a CI step summary. */
    MARKDOWN,
    /** One self-contained page. */
    HTML;

    /** The word used on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that word. */
    public static Optional<ReportFormat> ofWord(String word) {
        for (ReportFormat format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
