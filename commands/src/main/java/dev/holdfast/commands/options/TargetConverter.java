package dev.holdfast.commands.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code FMT=FILE}. */
final class TargetConverter implements ITypeConverter<ReportTarget> {

    @Override
    public ReportTarget convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new TypeConversionException(
                    "expected FMT=FILE, for example html=report.html, not '" + text + "'");
        }
        try {
            return new ReportTarget(
                    new FormatConverter().convert(text.substring(0, equals)),
                    Path.of(text.substring(equals + 1)));
        } catch (InvalidPathException bad) {
            throw new TypeConversionException("not a file name: " + bad.getReason());
        }
    }
}
