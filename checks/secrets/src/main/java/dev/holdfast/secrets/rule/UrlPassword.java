package dev.holdfast.secrets.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The password of a URL, from the text behind its scheme.
 *
 * @param text the password as it is written
 * @param host the first host; empty when a program adds it
 * @param end how many characters of the text belong to the URL
 * @param isLocal whether each host is the machine itself
 */
record UrlPassword(String text, String host, int end, boolean isLocal) {
    private static final Set<String> LOCAL =
            Set.of("localhost", "[::1]", "0.0.0.0", "host.docker.internal");
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern LOOPBACK = Pattern.compile("127(?:\\.[0-9]{1,3}){3}");
    // Databases take several hosts, joined by commas; another comma ends the URL.
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.]*\\]|[A-Za-z0-9._-]*)(?::[0-9]+)?");
    private static final Pattern FURTHER_HOST =
            Pattern.compile(",(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9-]+[.:][A-Za-z0-9.:-]*)");
    private static final Pattern REST = Pattern.compile("[/?#][A-Za-z0-9._~:/?#@!&*+=%-]*");

    static Optional<UrlPassword> in(String url) {
        int at = lastAt(url);
        int colon = at < 0 ? -1 : url.indexOf(':');
        if (colon < 0 || colon + 1 >= at || hasDelimiter(url, colon)) {
            return Optional.empty();
        }
        String password = url.substring(colon + 1, at);
        if (isPort(password)) {
            return Optional.empty();
        }
        Matcher host = HOST.matcher(url).region(at + 1, url.length());
        int end = host.lookingAt() ? host.end() : at + 1;
        String first = url.substring(at + 1, end);
        boolean local = isLocal(first);
        for (Matcher further = FURTHER_HOST.matcher(url).region(end, url.length());
                further.lookingAt();
                further.region(end, url.length())) {
            end = further.end();
            local &= isLocal(url.substring(further.start() + 1, end));
        }
        Matcher rest = REST.matcher(url).region(end, url.length());
        end = rest.lookingAt() ? rest.end() : end;
        return Optional.of(
                new UrlPassword(password, first, withoutFullStop(url, end, at + 1), local));
    }

    /** The '@' before the host: the last before the path. A password may hold one, and a slash. */
    private static int lastAt(String url) {
        int at = -1;
        for (int i = 0; i < url.length(); i++) {
            char each = url.charAt(i);
            if (each == '@') {
                at = i;
            } else if (at >= 0 && (each == '/' || each == '?' || each == ',')) {
                break;
            }
        }
        return at;
    }

    private static boolean hasDelimiter(String url, int end) {
        for (int i = 0; i < end; i++) {
            if ("/?#,".indexOf(url.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    // host:5432/path?mail=a@b, and host:27017,host:27017/path?mail=a@b
    private static boolean isPort(String text) {
        int digits = 0;
        int port = 0;
        while (digits < text.length()
                && port <= HIGHEST_PORT
                && Character.isDigit(text.charAt(digits))) {
            port = port * 10 + text.charAt(digits) - '0';
            digits++;
        }
        return digits > 0
                && port <= HIGHEST_PORT
                && digits < text.length()
                && "/?,".indexOf(text.charAt(digits)) >= 0;
    }

    private static int withoutFullStop(String url, int end, int least) {
        int last = end;
        while (last > least && ".,;:!?".indexOf(url.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }

    /** Whether a host, with its port or without, is the machine itself. */
    static boolean isLocal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int port = name.startsWith("[") ? name.indexOf(']') + 1 : name.indexOf(':');
        String bare = port > 0 ? name.substring(0, port) : name;
        return LOCAL.contains(bare)
                || LOOPBACK.matcher(bare).matches()
                || bare.endsWith(".localhost");
    }
}
