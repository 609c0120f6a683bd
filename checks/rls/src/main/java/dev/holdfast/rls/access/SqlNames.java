package dev.holdfast.rls.access;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in a text of SQL. Strings count as text, too: they may be executed. */
final class SqlNames {
    private static final Pattern COMMENT =
            Pattern.compile("--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/");
    private static final String WORD = "(\"[^\"]++\"|[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*+)";
    private static final Pattern NAME =
            Pattern.compile(WORD + "(?:\\s*+\\.\\s*+" + WORD + ")?+\\s*+(\\()?");

    private SqlNames() {}

    /**
     * A name.
     *
     * @param qualifier what stands before the dot, or empty
     * @param called whether a parenthesis follows
     */
    record Name(String qualifier, String name, boolean called) {}

    static Set<Name> in(String sql) {
        Set<Name> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(COMMENT.matcher(sql).replaceAll(" "));
        while (matcher.find()) {
            String first = plain(matcher.group(1));
            String second = matcher.group(2);
            boolean called = matcher.group(3) != null;
            names.add(
                    second == null
                            ? new Name("", first, called)
                            : new Name(first, plain(second), called));
        }
        return names;
    }

    private static String plain(String word) {
        return word.startsWith("\"")
                ? word.substring(1, word.length() - 1)
                : word.toLowerCase(Locale.ROOT);
    }
}
