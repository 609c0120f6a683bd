package dev.holdfast.commands.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of threads, 1 to 256. */
final class ThreadsConverter implements ITypeConverter<Integer> {
    private static final int MOST = 256;

    @Override
    public Integer convert(String text) {
        try {
            int threads = Integer.parseInt(text);
            if (threads >= 1 && threads <= MOST) {
                return threads;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, like a number out of range.
        }
        throw new TypeConversionException(
                "expected a number from 1 to " + MOST + ", not '" + text + "'");
    }
}
