package dev.holdfast.rls.tree;

import org.jspecify.annotations.Nullable;

/**
 * The words of a node tree, as {@code pg_strtok} takes them apart (PostgreSQL,
 * src/backend/nodes/read.c): blanks part them, brackets are words of their own, a backslash takes
 * the next character as it is.
 */
final class TreeTokens {
    private final String text;
    private int at;

    TreeTokens(String text) {
        this.text = text;
        skipBlanks();
    }

    enum Kind {
        NODE,
        END_OF_NODE,
        SEQUENCE,
        END_OF_SEQUENCE,
        BYTES,
        END_OF_BYTES,
        NOTHING,
        FIELD,
        TEXT,
        WORD
    }

    /** A word; its text is without backslashes and quotes. */
    record Token(Kind kind, String text) {}

    boolean hasNext() {
        return at < text.length();
    }

    /** Where the next one begins. */
    int at() {
        return at;
    }

    /** The kind of the next one. */
    Kind peek() {
        int before = at;
        Kind kind = next().kind();
        at = before;
        return kind;
    }

    Token next() {
        if (!hasNext()) {
            throw new BadTree("the tree ends too early");
        }
        char first = text.charAt(at);
        Kind bracket = bracket(first);
        if (bracket != null) {
            at++;
            skipBlanks();
            return new Token(bracket, String.valueOf(first));
        }
        int start = at;
        StringBuilder word = new StringBuilder();
        while (hasNext() && !isBlank(text.charAt(at)) && !parts(text.charAt(at))) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        int end = at;
        skipBlanks();
        return token(text.substring(start, end), word.toString());
    }

    private static Token token(String raw, String word) {
        if (raw.equals("<>")) {
            return new Token(Kind.NOTHING, word);
        }
        if (raw.startsWith(":")) {
            return new Token(Kind.FIELD, word);
        }
        if (raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"")) {
            return new Token(Kind.TEXT, word.substring(1, word.length() - 1));
        }
        return switch (raw) {
            case "[" -> new Token(Kind.BYTES, word);
            case "]" -> new Token(Kind.END_OF_BYTES, word);
            default -> new Token(Kind.WORD, word);
        };
    }

    private static @Nullable Kind bracket(char each) {
        return switch (each) {
            case '{' -> Kind.NODE;
            case '}' -> Kind.END_OF_NODE;
            case '(' -> Kind.SEQUENCE;
            case ')' -> Kind.END_OF_SEQUENCE;
            default -> null;
        };
    }

    private static boolean parts(char each) {
        return each == '{' || each == '}' || each == '(' || each == ')';
    }

    private static boolean isBlank(char each) {
        return each == ' ' || each == '\n' || each == '\t';
    }

    private void skipBlanks() {
        while (hasNext() && isBlank(text.charAt(at))) {
            at++;
        }
    }
}
