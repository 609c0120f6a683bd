package dev.holdfast.probes.csp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the code of an inline script loads, as far as a look at its text shows it: URLs that stand
 * in it as they are. What is put together while it runs cannot be seen.
 */
record ScriptCode(String text) {
    private static final int MOST_LOADERS = 20;

    /** Relative to a base element: a module's name needs the dot or the slash. */
    private static final String RELATIVE_MODULE =
            "[\"'](?:\\.{1,2}/|/(?![/\\\\]))[^\"'\\s]{0,200}[\"']";

    private static final Pattern IMPORT =
            Pattern.compile(
                    "\\bimport\\b(?:[\\w$*{},\\s]{0,400}?\\bfrom\\b)?\\s{0,20}"
                            + RELATIVE_MODULE
                            + "|\\bexport\\b[\\w$*{},\\s]{0,400}?\\bfrom\\s{0,20}"
                            + RELATIVE_MODULE
                            + "|\\bimport\\s{0,20}\\(\\s{0,20}"
                            + RELATIVE_MODULE);

    /** {@code name = document.createElement("script")}. */
    private static final Pattern LOADER =
            Pattern.compile(
                    "([\\w$]{1,60})\\s{0,20}=\\s{0,20}[\\w$.]{0,60}\\bcreateElement\\("
                            + "\\s{0,20}[\"']script[\"']",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ANY_LOADER =
            Pattern.compile("createElement\\(\\s{0,20}[\"']script[\"']", Pattern.CASE_INSENSITIVE);

    private static final String RELATIVE_URL = "(?![a-zA-Z][\\w+.-]{0,30}:|//)[^\"'\\s]{1,200}";
    private static final String ABSOLUTE_URL = "(?:[a-zA-Z][\\w+.-]{0,30}:|//)[^\"'\\s]{0,200}";

    ScriptCode {
        text = withoutComments(text);
    }

    /** Whether it imports a module by a relative URL. */
    boolean importsRelative() {
        return IMPORT.matcher(text).find();
    }

    /** Whether it makes a script element and gives it a relative URL. */
    boolean loadsRelative() {
        return loaders(RELATIVE_URL);
    }

    /** Whether it makes a script element and its text does not show with which URL. */
    boolean loadsUnseen() {
        return ANY_LOADER.matcher(text).find() && !loaders(RELATIVE_URL) && !loaders(ABSOLUTE_URL);
    }

    private boolean loaders(String url) {
        Matcher loader = LOADER.matcher(text);
        for (int i = 0; i < MOST_LOADERS && loader.find(); i++) {
            String name = "(?<![\\w$])" + Pattern.quote(loader.group(1));
            Pattern given =
                    Pattern.compile(
                            name
                                    + "\\.(?:src\\s{0,20}=\\s{0,20}"
                                    + "|setAttribute\\(\\s{0,20}[\"']src[\"']\\s{0,20},\\s{0,20})"
                                    + "[\"']"
                                    + url
                                    + "[\"']");
            if (given.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    // Comments of more lines, and lines that are one; what stands behind code may be a URL's "//".
    private static String withoutComments(String code) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        for (int open = code.indexOf("/*"); open >= 0; open = code.indexOf("/*", from)) {
            int close = code.indexOf("*/", open + 2);
            if (close < 0) {
                break;
            }
            kept.append(code, from, open).append(' ');
            from = close + 2;
        }
        kept.append(code, from, code.length());
        StringBuilder lines = new StringBuilder();
        kept.toString()
                .lines()
                .filter(line -> !line.stripLeading().startsWith("//"))
                .forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
