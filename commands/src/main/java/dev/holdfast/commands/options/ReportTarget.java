package dev.holdfast.commands.options;

import dev.holdfast.commands.report.ReportFormat;
import java.nio.file.Path;

/** A further report: its format, and the file that it goes to. */
public record ReportTarget(ReportFormat format, Path file) {}
