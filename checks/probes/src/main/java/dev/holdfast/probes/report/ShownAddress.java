package dev.holdfast.probes.report;

import dev.holdfast.core.problem.OneLine;
import java.util.Locale;

/**
 * Addresses as they may be kept and shown. A violation report holds whole URLs, and a URL may hold
 * a token: in its query, its fragment or its user information.
 */
public final class ShownAddress {
    private static final int LONGEST = 500;

    private ShownAddress() {}

    /**
     * The address without query, fragment and user information; of a scheme without an authority
     * ({@code data:}, {@code blob:}) nothing but the scheme. A word that is no URL, such as {@code
     * inline}, stays.
     */
    public static String of(String address) {
        String text = cut(address.strip());
        int colon = text.indexOf(':');
        if (colon < 0 || !scheme(text.substring(0, colon))) {
            return OneLine.of(text, LONGEST);
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        if (!rest.startsWith("//")) {
            return OneLine.of(scheme + ":", LONGEST);
        }
        int end = authorityEnd(rest);
        String authority = rest.substring(2, end);
        return OneLine.of(
                scheme
                        + "://"
                        + authority.substring(authority.lastIndexOf('@') + 1)
                        + rest.substring(end),
                LONGEST);
    }

    /**
     * The origin of an address, without the port that its scheme has anyway; the scheme alone for
     * one without an authority; else the word itself.
     */
    public static String origin(String address) {
        String shown = of(address);
        int slashes = shown.indexOf("://");
        if (slashes < 0) {
            return shown;
        }
        int end = authorityEnd(shown.substring(slashes + 1)) + slashes + 1;
        String origin = shown.substring(0, end).toLowerCase(Locale.ROOT);
        if (origin.startsWith("https:") || origin.startsWith("wss:")) {
            return without(origin, ":443");
        }
        return origin.startsWith("http:") || origin.startsWith("ws:")
                ? without(origin, ":80")
                : origin;
    }

    private static String without(String origin, String port) {
        return origin.endsWith(port)
                ? origin.substring(0, origin.length() - port.length())
                : origin;
    }

    private static String cut(String text) {
        int end = text.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = text.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        return text.substring(0, end);
    }

    // A backslash is a slash to a browser (URL standard, special schemes).
    private static int authorityEnd(String rest) {
        for (int i = 2; i < rest.length(); i++) {
            if (rest.charAt(i) == '/' || rest.charAt(i) == '\\') {
                return i;
            }
        }
        return rest.length();
    }

    private static boolean scheme(String word) {
        return !word.isEmpty()
                && letter(word.charAt(0))
                && word.chars()
                        .allMatch(c ->
                                letter(c)
                                        || (c >= '0' && c <= '9')
                                        || c == '+'
                                        || c == '-'
                                        || c == '.');
    }

    private static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
