package dev.holdfast.core.project;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pattern of paths with '/': {@code *} and {@code ?} stay inside one name, {@code **} crosses
 * names, and a pattern that names a folder means everything below it.
 */
public final class PathGlob {
    private final String text;
    private final Pattern pattern;

    private PathGlob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** The pattern, or nothing when the text is none: empty, absolute, or out of the root. */
    public static Optional<PathGlob> of(String text) {
        boolean outside =
                text.isEmpty()
                        || text.startsWith("/")
                        || text.indexOf('\\') >= 0
                        || text.equals("..")
                        || text.startsWith("../")
                        || text.contains("/../")
                        || text.endsWith("/..");
        return outside
                ? Optional.empty()
                : Optional.of(new PathGlob(text, Pattern.compile(expression(text))));
    }

    private static String expression(String glob) {
        String body = glob.startsWith("./") ? glob.substring(2) : glob;
        body = body.endsWith("/") ? body.substring(0, body.length() - 1) : body;
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < body.length(); i++) {
            char each = body.charAt(i);
            if (body.startsWith("**/", i) && (i == 0 || body.charAt(i - 1) == '/')) {
                expression.append("(?:[^/]+/)*");
                i += 2;
            } else if (body.startsWith("**", i)) {
                expression.append(".*");
                i += 1;
            } else if (each == '*') {
                expression.append("[^/]*");
            } else if (each == '?') {
                expression.append("[^/]");
            } else {
                expression.append(Pattern.quote(String.valueOf(each)));
            }
        }
        return expression.append("(?:/.*)?").toString();
    }

    /** Whether the pattern means that path. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
