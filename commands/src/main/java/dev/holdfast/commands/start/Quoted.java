package dev.holdfast.commands.start;

import dev.holdfast.commands.report.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of files in the languages of the templates, so that no name can end its place. */
final class Quoted {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*( [A-Za-z0-9_./-]+)*");
    // Words that are no text in YAML 1.1, which many readers still follow.
    private static final Set<String> RESERVED =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");
    private static final Pattern SHELL_PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*");

    private Quoted() {}

    /** Whether a name can stand in a file at all, and means itself there. */
    static boolean isSafe(String name) {
        // GitHub replaces an expression wherever it stands, and knows no way to write one as text.
        return Visible.line(name).equals(name) && !name.contains("${{");
    }

    /** A text as a YAML scalar on one line. */
    static String yaml(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : yamlQuoted(text);
    }

    /** A text as a YAML scalar in quotes. */
    static String yamlQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Texts as a YAML list on one line. */
    static String yamlList(List<String> texts) {
        return texts.stream().map(Quoted::yamlQuoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A path as one word of a POSIX shell, never taken for an option. */
    static String shell(String path) {
        return SHELL_PLAIN.matcher(path).matches()
                ? path
                : "'" + (path.startsWith("-") ? "./" : "") + path.replace("'", "'\\''") + "'";
    }

    /** A text as a regular expression of Python that matches it, also a verbose one. */
    static String python(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}_/]", "\\\\$0");
    }
}
