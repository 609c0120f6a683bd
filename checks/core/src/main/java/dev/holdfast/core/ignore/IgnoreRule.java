package dev.holdfast.core.ignore;

import java.util.Optional;

/**
 * One line of a {@code .gitignore}.
 *
 * @param takesBack whether it begins with an exclamation mark
 * @param foldersOnly whether it ends with a slash
 * @param anchored whether it means a path from its own folder, and not a name at any depth
 */
record IgnoreRule(Wildcards wildcards, boolean takesBack, boolean foldersOnly, boolean anchored) {

    static Optional<IgnoreRule> of(String line) {
        String text = stripped(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean takesBack = text.startsWith("!");
        String rest = takesBack ? text.substring(1) : text;
        boolean foldersOnly = rest.endsWith("/");
        String path = foldersOnly ? rest.substring(0, rest.length() - 1) : rest;
        boolean anchored = path.indexOf('/') >= 0;
        path = path.startsWith("/") ? path.substring(1) : path;
        // A backslash at the end fits nothing.
        return path.isEmpty()
                ? Optional.empty()
                : Wildcards.of(path)
                        .map(each -> new IgnoreRule(each, takesBack, foldersOnly, anchored));
    }

    /** Without the blanks at the end that no backslash keeps. */
    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ') {
            if (end > 1 && isEscaped(line, end - 1)) {
                break;
            }
            end--;
        }
        return line.substring(0, end);
    }

    private static boolean isEscaped(String line, int at) {
        int backslashes = 0;
        while (backslashes < at && line.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    boolean fits(String path, boolean isFolder) {
        if (foldersOnly && !isFolder) {
            return false;
        }
        return wildcards.fit(anchored ? path : path.substring(path.lastIndexOf('/') + 1));
    }
}
