package dev.holdfast.commands.options;

import dev.holdfast.commands.report.ReportFormat;
import dev.holdfast.core.problem.Nearest;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the word of a report format. */
final class FormatConverter implements ITypeConverter<ReportFormat> {

    @Override
    public ReportFormat convert(String word) {
        return ReportFormat.ofWord(word).orElseThrow(() -> unknown(word));
    }

    private static TypeConversionException unknown(String word) {
        List<String> words = Arrays.stream(ReportFormat.values()).map(ReportFormat::word).toList();
        String near =
                Nearest.of(word, words).map(each -> ", did you mean '" + each + "'?").orElse("");
        return new TypeConversionException(
                "there is no format '" + word + "' (" + String.join(", ", words) + ")" + near);
    }
}
