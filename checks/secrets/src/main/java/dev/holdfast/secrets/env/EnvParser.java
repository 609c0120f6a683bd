package dev.holdfast.secrets.env;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the format that dotenv readers agree on: {@code NAME=value} lines, an {@code export} before
 * them, {@code #} comments, and three kinds of quotes that may span lines. Double quotes know
 * {@code \n}, {@code \r}, {@code \t}, {@code \"} and {@code \\}; single quotes and backticks know
 * nothing.
 */
public final class EnvParser {
    private static final Pattern START =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*[=:](?!=)[ \\t]*");

    private EnvParser() {}

    /**
     * The variables in the order of the file; a line that is none is left out.
     *
     * @param file the file's name as reports show it
     */
    public static List<EnvVariable> parse(String text, String file) {
        List<EnvVariable> variables = new ArrayList<>();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        content = content.replace("\r\n", "\n").replace('\r', '\n');
        int at = 0;
        int line = 1;
        while (at < content.length()) {
            int lineEnd = end(content, at, '\n');
            Matcher start = START.matcher(content).region(at, lineEnd);
            if (!start.lookingAt()) {
                at = lineEnd + 1;
                line++;
                continue;
            }
            int value = start.end();
            int next;
            char quote = value < lineEnd ? content.charAt(value) : ' ';
            int close =
                    quote == '"' || quote == '\'' || quote == '`'
                            ? close(content, value, quote)
                            : -1;
            if (close >= 0) {
                String raw = content.substring(value + 1, close);
                variables.add(
                        new EnvVariable(
                                start.group(1), quote == '"' ? unescape(raw) : raw, file, line));
                next = end(content, close, '\n');
            } else {
                variables.add(
                        new EnvVariable(
                                start.group(1),
                                plain(content.substring(value, lineEnd)),
                                file,
                                line));
                next = lineEnd;
            }
            line +=
                    (int)
                                    content.substring(at, Math.min(next, content.length()))
                                            .chars()
                                            .filter(c -> c == '\n')
                                            .count()
                            + 1;
            at = next + 1;
        }
        return variables;
    }

    private static int end(String text, int from, char stop) {
        int end = text.indexOf(stop, from);
        return end < 0 ? text.length() : end;
    }

    private static int close(String text, int open, char quote) {
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (text.charAt(i) == quote) {
                return i;
            }
        }
        return -1;
    }

    /** An unquoted value ends at a blank and a hash, or at the end of its line. */
    private static String plain(String rest) {
        int comment = -1;
        for (int i = 0; i < rest.length(); i++) {
            boolean blankBefore = i == 0 || Character.isWhitespace(rest.charAt(i - 1));
            if (rest.charAt(i) == '#' && blankBefore) {
                comment = i;
                break;
            }
        }
        return (comment < 0 ? rest : rest.substring(0, comment)).strip();
    }

    private static String unescape(String raw) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            if (each != '\\' || i + 1 == raw.length()) {
                value.append(each);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case '"', '\\' -> value.append(escaped);
                default -> value.append('\\').append(escaped);
            }
        }
        return value.toString();
    }
}
