package dev.holdfast.templates;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the blanks of a template, written {@code @{name}}.
 *
 * <p>A blank inside a line takes a value of one line. A blank that has a line for itself takes any
 * number of lines, each indented like the blank, and with an empty value the line goes away. A
 * value is never looked into: what it holds is text, even when it looks like a blank.
 */
final class Blanks {
    private static final Pattern BLANK = Pattern.compile("@\\{([^}\\n]*)\\}?");
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern ALONE = Pattern.compile("( *)@\\{([^}]*)\\}");

    private final String template;
    private final Map<String, String> values;
    private final Set<String> used = new HashSet<>();

    /**
     * Values for one template.
     *
     * @param template its name, for the message of a bug
     */
    Blanks(String template, Map<String, String> values) {
        this.template = template;
        this.values = Map.copyOf(values);
    }

    String fill(String text) {
        StringBuilder filled = new StringBuilder();
        for (String line : text.split("(?<=\\n)", -1)) {
            boolean ends = line.endsWith("\n");
            String body = ends ? line.substring(0, line.length() - 1) : line;
            Matcher alone = ALONE.matcher(body);
            if (alone.matches()) {
                block(filled, alone.group(1), value(alone.group(2)));
            } else {
                filled.append(inline(body)).append(ends ? "\n" : "");
            }
        }
        Set<String> unused = new TreeSet<>(values.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw bug("has no blank for " + unused);
        }
        return filled.toString();
    }

    private static void block(StringBuilder filled, String indent, String value) {
        value.lines()
                .forEach(line ->
                        filled.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
    }

    private String inline(String line) {
        return BLANK.matcher(line)
                .replaceAll(blank -> {
                    String value = value(blank.group(1));
                    if (value.indexOf('\n') >= 0) {
                        throw bug("has a blank inside a line for the lines of " + blank.group(1));
                    }
                    return Matcher.quoteReplacement(value);
                });
    }

    private String value(String name) {
        if (!NAME.matcher(name).matches()) {
            throw bug("has a blank that is no name: " + name);
        }
        String value = values.get(name);
        if (value == null) {
            throw bug("needs a value for " + name);
        }
        used.add(name);
        return value;
    }

    private IllegalArgumentException bug(String what) {
        return new IllegalArgumentException("the template " + template + " " + what);
    }
}
