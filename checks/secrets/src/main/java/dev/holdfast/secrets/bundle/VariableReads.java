package dev.holdfast.secrets.bundle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads in original source which environment variable a bundler has put a value in for: {@code
 * import.meta.env.NAME}, {@code process.env.NAME}. A map points to the start of the expression or
 * of what it is assigned to, so only that much may stand before the variable; where two variables
 * could be meant, none is named.
 */
final class VariableReads {
    private static final int FURTHEST = 400;
    private static final String READ =
            "\\b(?:import\\.meta\\.env|process\\.env)"
                    + "(?:\\??\\.([A-Za-z_$][\\w$]{0,127})"
                    // Only a name: the text is shown.
                    + "|\\[\\s*(?:'([\\w$]{1,128})'|\"([\\w$]{1,128})\")\\s*\\])";
    // key: …, const key: string = …, String( … , ${ … }; no operator, no quote, no comma.
    private static final Pattern FIRST = Pattern.compile("(?:\\$\\{)?[\\w$.:=(\\s<>]*?" + READ);
    private static final Pattern ANOTHER = Pattern.compile("[^;,)}\\]]*?" + READ);

    private final String text;
    private final int[] lines;

    /** Reads a text. */
    VariableReads(String text) {
        this.text = text;
        IntStream.Builder starts = IntStream.builder().add(0);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        this.lines = starts.build().toArray();
    }

    /**
     * The variable that is read where the text's place points to.
     *
     * @param line 1-based
     * @param column 1-based, in UTF-16 units
     */
    Optional<String> at(int line, int column) {
        int start = offset(line, column);
        if (start < 0) {
            return Optional.empty();
        }
        int end = Math.min(text.length(), start + FURTHEST);
        Matcher first = FIRST.matcher(text).region(start, end);
        if (!first.lookingAt() || ANOTHER.matcher(text).region(first.end(), end).lookingAt()) {
            return Optional.empty();
        }
        for (int group = 1; group <= first.groupCount(); group++) {
            if (first.group(group) != null) {
                return Optional.of(first.group(group));
            }
        }
        return Optional.empty();
    }

    private int offset(int line, int column) {
        if (line > lines.length) {
            return -1;
        }
        int offset = lines[line - 1] + column - 1;
        return offset <= text.length() ? offset : -1;
    }
}
