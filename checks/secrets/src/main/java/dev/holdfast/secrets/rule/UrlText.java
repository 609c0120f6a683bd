package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import java.util.Arrays;
import java.util.Set;

/**
 * The text of a URL as it stands inside other text, with the escapes of what is around it taken
 * away: backslashes before slashes, characters of JavaScript and JSON as four digits, the entity of
 * the ampersand; when the URL itself is percent-encoded, that too. Keeps where each character ends,
 * so that a place in the text is a place in the bytes.
 */
final class UrlText {
    // Most URLs are shorter.
    private static final int FEW = 128;
    // A parameter may be a URL, and have one as a parameter.
    private static final int MOST_NESTED = 2;
    private static final Set<String> DATABASES = Set.copyOf(Scheme.DATABASES);

    private final StringBuilder text = new StringBuilder();
    private int[] ends;
    private final byte[] bytes;
    private final int limit;
    private final boolean percent;
    private boolean behindAt;
    private int nested;

    private UrlText(byte[] bytes, int start, int limit, boolean percent) {
        this.bytes = bytes;
        this.limit = limit;
        this.percent = percent;
        this.ends = new int[Math.clamp(limit - start, 0, FEW)];
    }

    /**
     * Reads to the first byte that no URL has, to the limit, or behind the '@' to the next URL:
     * text full of them is else read to the limit at each.
     *
     * @param percent whether the URL as a whole is percent-encoded
     */
    static UrlText read(byte[] bytes, int start, int limit, boolean percent) {
        UrlText url = new UrlText(bytes, start, limit, percent);
        int at = start;
        while (at < limit && !url.isNext(at)) {
            int next = url.take(at);
            if (next < 0) {
                break;
            }
            at = next;
        }
        return url;
    }

    /** Whether another one's scheme ends here that ends this URL; it is then taken away. */
    private boolean isNext(int at) {
        boolean next =
                behindAt
                        && (bytes[at] == ':' || bytes[at] == '%')
                        && Scheme.endsAt(bytes, limit, at);
        if (!next) {
            return false;
        }
        int start = text.length();
        while (isOfScheme(text.charAt(start - 1))) {
            start--;
        }
        String scheme = text.substring(start);
        String server = scheme.substring(0, (scheme + "+").indexOf('+'));
        if (DATABASES.contains(server) || ++nested > MOST_NESTED) {
            text.setLength(start);
            return true;
        }
        return false;
    }

    // RFC 3986, section 3.1; the '@' before it is none of these.
    private static boolean isOfScheme(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || each == '+';
    }

    String text() {
        return text.toString();
    }

    /** Where in the bytes the first so many characters end. */
    int end(int characters) {
        return ends[characters - 1];
    }

    private int take(int at) {
        byte each = bytes[at];
        if (each == '\\') {
            return escape(at);
        }
        if (each == '&') {
            // Unencoded in what is encoded, it ends the parameter that the URL is.
            return percent ? -1 : entity(at);
        }
        if (each == '%' && percent) {
            int value = number(at + 1, 2);
            return value < 0 ? -1 : add((char) value, at + 3);
        }
        return add((char) (each & 0xFF), at + 1);
    }

    private int escape(int at) {
        if (Literal.at(bytes, limit, at, "\\/")) {
            return add('/', at + 2);
        }
        int value = Literal.at(bytes, limit, at, "\\u") ? number(at + 2, 4) : -1;
        return value < 0 ? -1 : add((char) value, at + 6);
    }

    private int entity(int at) {
        if (Literal.at(bytes, limit, at, "&amp;")) {
            return add('&', at + 5);
        }
        // &quot; and the like end the attribute that the URL stands in.
        boolean named = at + 1 < limit && (bytes[at + 1] == '#' || isNamed(at));
        return named ? -1 : add('&', at + 1);
    }

    private boolean isNamed(int at) {
        return Literal.at(bytes, limit, at, "&quot;")
                || Literal.at(bytes, limit, at, "&apos;")
                || Literal.at(bytes, limit, at, "&lt;")
                || Literal.at(bytes, limit, at, "&gt;");
    }

    private int number(int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            if (i >= limit || !(Bytes.HEX.has(bytes[i]) || Bytes.UPPER_HEX.has(bytes[i]))) {
                return -1;
            }
            value = value * 16 + Character.digit(bytes[i], 16);
        }
        return value;
    }

    private int add(char each, int next) {
        if (each <= ' ' || "\"'`<>\\".indexOf(each) >= 0) {
            return -1;
        }
        behindAt |= each == '@';
        if (text.length() == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[text.length()] = next;
        text.append(each);
        return next;
    }
}
