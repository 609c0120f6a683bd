package dev.holdfast.secrets.env;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env} files: {@code NAME=value} lines, an {@code export} before them, {@code #}
 * comments, and three kinds of quotes that may span lines.
 *
 * <p>Readers of the format disagree, and nobody can tell which one a program uses. Where they do,
 * each reading is a variable of its own, with the same name and line: whether a hash without a
 * blank before it begins a comment (dotenv 15 and newer: yes; Docker Compose, python-dotenv: no),
 * and what a backslash means inside quotes (dotenv knows {@code \n} and {@code \r} in double quotes
 * and keeps every other backslash).
 */
public final class EnvParser {
    private static final Pattern START =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z0-9_.-]+)(?:[ \\t]*=|:(?=[ \\t]))[ \\t]*");
    private static final Pattern NOTHING_MORE = Pattern.compile("[ \\t]*(?:#[^\\n]*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|[ \\t])#.*", Pattern.DOTALL);

    private final String content;
    private final String file;
    private final List<EnvVariable> variables = new ArrayList<>();
    private int at;
    private int line = 1;

    private EnvParser(String content, String file) {
        this.content = content;
        this.file = file;
    }

    /**
     * The variables in the order of the file; a line that is none is left out.
     *
     * @param file the file's name as reports show it
     */
    public static List<EnvVariable> parse(String text, String file) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        EnvParser parser = new EnvParser(content.replace("\r\n", "\n").replace('\r', '\n'), file);
        while (parser.at < parser.content.length()) {
            parser.next();
        }
        return parser.variables;
    }

    /** Whether the text has nothing but blank lines and comments. */
    static boolean isBlank(String text) {
        return text.lines()
                .map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    private void next() {
        int lineEnd = lineEnd(at);
        Matcher start = START.matcher(content).region(at, lineEnd);
        int last = lineEnd;
        if (start.lookingAt()) {
            int close = close(start.end());
            Set<String> readings =
                    close < 0
                            ? unquoted(content.substring(start.end(), lineEnd))
                            : quoted(start.end(), close);
            readings.forEach(
                    value -> variables.add(new EnvVariable(start.group(1), value, file, line)));
            last = close < 0 ? lineEnd : lineEnd(close);
        }
        line += (int) content.substring(at, last).chars().filter(each -> each == '\n').count() + 1;
        at = last + 1;
    }

    private int lineEnd(int from) {
        int end = content.indexOf('\n', from);
        return end < 0 ? content.length() : end;
    }

    /** The quote that closes the one at that offset with nothing behind it on its line, or -1. */
    private int close(int open) {
        char quote = open < content.length() ? content.charAt(open) : ' ';
        if (quote != '"' && quote != '\'' && quote != '`') {
            return -1;
        }
        int slashes = 0;
        for (int i = open + 1; i < content.length(); i++) {
            char each = content.charAt(i);
            if (each == quote && slashes % 2 == 0) {
                Matcher rest = NOTHING_MORE.matcher(content).region(i + 1, lineEnd(i));
                return rest.matches() ? i : -1;
            }
            slashes = each == '\\' ? slashes + 1 : 0;
        }
        return -1;
    }

    private Set<String> quoted(int open, int close) {
        String raw = content.substring(open + 1, close);
        Set<String> readings = new LinkedHashSet<>();
        if (content.charAt(open) == '"') {
            readings.add(Backslashes.all(raw));
            readings.add(Backslashes.lineEnds(raw));
        } else {
            readings.add(raw);
            readings.add(Backslashes.quote(raw, content.charAt(open)));
        }
        return readings;
    }

    private static Set<String> unquoted(String rest) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(bare(COMMENT.matcher(rest).replaceFirst("")));
        int hash = rest.indexOf('#');
        readings.add(bare(hash < 0 ? rest : rest.substring(0, hash)));
        return readings;
    }

    /** Without blanks around it, and without quotes around it that hold more of their kind. */
    private static String bare(String text) {
        String value = text.strip();
        boolean quotes =
                value.length() > 1
                        && "\"'`".indexOf(value.charAt(0)) >= 0
                        && value.charAt(0) == value.charAt(value.length() - 1);
        return quotes ? value.substring(1, value.length() - 1) : value;
    }
}
