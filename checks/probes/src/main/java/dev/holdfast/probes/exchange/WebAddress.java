package dev.holdfast.probes.exchange;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a URL as browsers split it (WHATWG URL standard, "URL parsing"): whatever stands in
 * it, braces, blanks and broken escapes too, and also when it is none.
 *
 * @param scheme in lower case, or empty
 * @param host in lower case, IPv6 in brackets, or empty
 * @param port as it stands there, or -1
 * @param path as it stands there, without query and fragment; may be empty
 */
public record WebAddress(String scheme, String host, int port, String path) {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*+):(.*+)");
    private static final Pattern PORT =
            Pattern.compile("(\\[[^\\]]*+]):([0-9]{1,5})|([^:]*+):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    /** The parts of any text. */
    public static WebAddress of(String url) {
        // Browsers pass these over.
        String text = url.replaceAll("[\\t\\r\\n]", "").strip();
        Matcher found = SCHEME.matcher(text);
        if (!found.matches()) {
            return new WebAddress("", "", -1, path(text));
        }
        String scheme = found.group(1).toLowerCase(Locale.ROOT);
        String rest = found.group(2);
        boolean web = scheme.matches("https?|wss?");
        if (web) {
            int end = end(rest, "?#");
            rest = rest.substring(0, end).replace('\\', '/') + rest.substring(end);
        }
        if (!rest.startsWith("//")) {
            return new WebAddress(scheme, "", -1, path(rest));
        }
        String behind = rest.substring(2);
        int end = end(behind, "/?#");
        String authority = behind.substring(0, end);
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        Matcher port = PORT.matcher(place);
        int number = -1;
        if (port.matches()) {
            boolean bracketed = port.group(1) != null;
            place = bracketed ? port.group(1) : port.group(3);
            number = Integer.parseInt(bracketed ? port.group(2) : port.group(4));
        }
        return new WebAddress(
                scheme,
                place.toLowerCase(Locale.ROOT),
                number > LAST_PORT ? -1 : number,
                path(behind.substring(end)));
    }

    private static String path(String text) {
        return text.substring(0, end(text, "?#"));
    }

    private static int end(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
