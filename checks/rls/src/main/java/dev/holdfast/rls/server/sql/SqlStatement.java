package dev.holdfast.rls.server.sql;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a script.
 *
 * @param kind what it is to whoever runs the script
 * @param text its text without the semicolon and without comments in front; of a psql command the
 *     line
 * @param data the lines that follow a {@code COPY … FROM stdin}; else empty
 * @param line the line that its text begins on, from 1
 */
public record SqlStatement(Kind kind, String text, String data, int line) {
    private static final int LONGEST_BEGINNING = 60;
    // Up to the first constant: it may be a secret.
    private static final Pattern NAMES = Pattern.compile("[^'$;\\d]*+");
    private static final Pattern COMMENTS = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");

    /** What a statement is. */
    public enum Kind {
        /** SQL for the server. */
        SQL,
        /** {@code COPY … FROM stdin} with its data. */
        COPY_IN,
        /** A command of psql, such as {@code \connect}: the server does not know it. */
        PSQL_COMMAND
    }

    /** Its first words, on one line, without any constant. */
    public String beginning() {
        Matcher names = NAMES.matcher(COMMENTS.matcher(text).replaceAll(" "));
        String words =
                SPACE.matcher(names.lookingAt() ? names.group() : "").replaceAll(" ").strip();
        return words.length() <= LONGEST_BEGINNING
                ? words
                : words.substring(0, LONGEST_BEGINNING - 1) + "…";
    }

    /** Its first word in capitals; empty when it begins with none. */
    public String command() {
        Matcher word = WORD.matcher(text);
        return word.lookingAt() ? word.group().toUpperCase(Locale.ROOT) : "";
    }
}
