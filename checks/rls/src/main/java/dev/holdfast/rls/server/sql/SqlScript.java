package dev.holdfast.rls.server.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a script into statements where psql cuts it: at semicolons outside of quotes, dollar quotes,
 * comments (which nest), parentheses and the body of a function that is written {@code BEGIN ATOMIC
 * … END}.
 *
 * <p>Source: PostgreSQL documentation, "Lexical Structure", and psql's, "SQL Interpolation" and
 * "Meta-Commands".
 */
public final class SqlScript {
    private static final Pattern COPY_FROM_STDIN =
            Pattern.compile(
                    "(?is)\\ACOPY\\b.*\\bFROM\\s+STDIN\\b.*+", Pattern.UNICODE_CHARACTER_CLASS);

    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int position;
    private int start = -1;
    private int counted;
    private int line = 1;
    private int parentheses;
    private final FunctionBody body = new FunctionBody();

    private SqlScript(String text) {
        this.text = text;
    }

    /** The statements of a script, in order. What is not ended by a semicolon is one too. */
    public static List<SqlStatement> statements(String script) {
        SqlScript reader = new SqlScript(script);
        reader.read();
        return List.copyOf(reader.statements);
    }

    private void read() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c) || c == '\uFEFF') {
                position++;
            } else if (text.startsWith("--", position)) {
                position = lineEnd(position);
            } else if (text.startsWith("/*", position)) {
                position = commentEnd(position);
            } else if (c == '\\') {
                command();
            } else if (c == ';' && parentheses <= 0 && !body.isOpen()) {
                end(position++);
            } else {
                begin();
                token(c);
            }
        }
        end(text.length());
    }

    private void begin() {
        if (start < 0) {
            start = position;
        }
    }

    private void token(char c) {
        if (c == '\'' || c == '"') {
            position = quoteEnd(position, c, false);
        } else if (c == '$') {
            position = dollarEnd(position);
        } else if (isNameStart(c)) {
            word();
        } else if (Character.isDigit(c)) {
            position = nameEnd(position);
        } else {
            if (c == '(') {
                parentheses++;
            } else if (c == ')') {
                parentheses--;
            }
            position++;
        }
    }

    private void word() {
        int end = nameEnd(position);
        String word = text.substring(position, end).toLowerCase(Locale.ROOT);
        if (word.equals("e") && end < text.length() && text.charAt(end) == '\'') {
            position = quoteEnd(end, '\'', true);
            return;
        }
        body.word(word, parentheses);
        position = end;
    }

    private void end(int at) {
        if (start >= 0) {
            String statement = text.substring(start, at).strip();
            int begun = lineOf(start);
            if (at < text.length() && COPY_FROM_STDIN.matcher(statement).matches()) {
                statements.add(
                        new SqlStatement(SqlStatement.Kind.COPY_IN, statement, data(at), begun));
            } else {
                statements.add(new SqlStatement(SqlStatement.Kind.SQL, statement, "", begun));
            }
        }
        start = -1;
        parentheses = 0;
        body.reset();
    }

    /** The lines up to {@code \.}; the position is then behind them. */
    private String data(int semicolon) {
        int from = Math.min(text.length(), lineEnd(semicolon) + 1);
        int at = from;
        while (at < text.length()) {
            int end = lineEnd(at);
            if (text.substring(at, end).strip().equals("\\.")) {
                position = end;
                return text.substring(from, at);
            }
            at = end + 1;
        }
        position = text.length();
        return text.substring(from);
    }

    private void command() {
        int end = lineEnd(position);
        String command = text.substring(position, end).strip();
        if (command.startsWith("\\;")) {
            begin();
            position += 2;
            return;
        }
        int begun = lineOf(position);
        // \g, \gexec and their like end the statement before them.
        end(position);
        statements.add(new SqlStatement(SqlStatement.Kind.PSQL_COMMAND, command, "", begun));
        position = end;
    }

    private int lineOf(int at) {
        for (; counted < at; counted++) {
            if (text.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int commentEnd(int from) {
        int depth = 0;
        int at = from;
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                at += 2;
                if (--depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private int quoteEnd(int from, char quote, boolean escapes) {
        int at = from + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && escapes) {
                at += 2;
            } else if (c == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at += 2;
                } else {
                    return at + 1;
                }
            } else {
                at++;
            }
        }
        return text.length();
    }

    private int dollarEnd(int from) {
        int tagEnd = from + 1;
        while (tagEnd < text.length()
                && text.charAt(tagEnd) != '$'
                && isNamePart(text.charAt(tagEnd))) {
            tagEnd++;
        }
        boolean isTag =
                tagEnd < text.length()
                        && text.charAt(tagEnd) == '$'
                        && !Character.isDigit(text.charAt(from + 1));
        if (!isTag) {
            return from + 1;
        }
        String tag = text.substring(from, tagEnd + 1);
        int end = text.indexOf(tag, tagEnd + 1);
        return end < 0 ? text.length() : end + tag.length();
    }

    private int nameEnd(int from) {
        int end = from + 1;
        while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return c == '_' || Character.isLetter(c) || c >= 0x80;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || Character.isDigit(c);
    }
}
