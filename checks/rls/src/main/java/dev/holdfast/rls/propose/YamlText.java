package dev.holdfast.rls.propose;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as YAML (version 1.2.2, chapter 7.3). */
final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*(\\(\\))?");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
    private static final int WIDE = 96;

    private YamlText() {}

    static String of(String text) {
        if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return text;
        }
        if (text.chars().noneMatch(Character::isISOControl)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        text.chars()
                .forEach(each -> {
                    if (Character.isISOControl(each)) {
                        escaped.append("\\u%04x".formatted(each));
                    } else if (each == '"' || each == '\\') {
                        escaped.append('\\').append((char) each);
                    } else {
                        escaped.append((char) each);
                    }
                });
        return escaped.append('"').toString();
    }

    static String list(List<String> texts) {
        return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A comment, in lines that a terminal shows whole. */
    static String comment(String text, String indent) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(indent).append('#');
        for (String word : text.replaceAll("\\p{Cntrl}", " ").split(" ", -1)) {
            if (line.length() + word.length() >= WIDE && line.length() > indent.length() + 1) {
                lines.append(line).append('\n');
                line = new StringBuilder(indent).append("#  ");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }
}
