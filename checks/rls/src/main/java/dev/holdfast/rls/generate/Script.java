package dev.holdfast.rls.generate;

import java.util.regex.Pattern;

/** A script of SQL under way: statements, and comments that say why. */
final class Script {
    private static final int WIDTH = 96;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final StringBuilder text = new StringBuilder();

    /** Words for people. Names in them end no comment, whatever characters they have. */
    Script comment(String words) {
        StringBuilder line = new StringBuilder("--");
        if (words.isEmpty()) {
            text.append(line).append('\n');
            return this;
        }
        for (String word : oneLine(words).split(" ", -1)) {
            if (line.length() > 2 && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder("--");
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
        return this;
    }

    /** A statement for people who want it, or an example: it keeps its own line. */
    Script aside(String statement) {
        text.append("--   ").append(oneLine(statement)).append('\n');
        return this;
    }

    private static String oneLine(String words) {
        return CONTROL.matcher(words).replaceAll(" ").strip();
    }

    Script statement(String sql) {
        text.append(sql).append(";\n");
        return this;
    }

    Script append(Script other) {
        text.append(other);
        return this;
    }

    Script title(String words) {
        return blank().comment("---- " + words + " ----");
    }

    Script blank() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
