package dev.holdfast.secrets.env;

import dev.holdfast.secrets.rule.Words;
import java.util.regex.Pattern;

/**
 * Tells plain configuration from what may be a secret, by the value alone: numbers, words, names,
 * paths, hosts, addresses, ids. A random value of 20 characters passes for plain less often than
 * once in a hundred; the tests measure it.
 */
final class PlainText {
    // 3000, 1.2.3, 10mb, 15m, 2026-11-25T10:00:00Z, 10.0.0.0/8, 0 3 * * *, +49 30 1234.
    private static final Pattern NUMBER =
            Pattern.compile("[-+#(]?[0-9*][-0-9._:,/%*+() ]*(?:[A-Za-z]{0,3}|T[0-9:.]+Z?)");
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9A-Fa-f]{3,4}){1,2}");
    private static final Pattern EMAIL =
            Pattern.compile("(?:[^@<>]* <)?[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+>?");
    // In small letters; a token has capitals.
    private static final Pattern HOST =
            Pattern.compile(
                    "[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,12}(?::[0-9]+)?(?:/[a-z0-9/_-]*)?");
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final Pattern PUBLIC_PEM =
            Pattern.compile(
                    "-----BEGIN (?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY)-----.*", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("[,;|\\s]+");
    private static final int LONGEST = 4_096;
    // RFC 1035 allows a name 255 bytes; the matcher takes stack for each dot.
    private static final int LONGEST_HOST = 512;

    private PlainText() {}

    /** Whether the value is no secret, unless its name says so. */
    static boolean is(String value) {
        String text = value.strip();
        return isOne(text)
                || isJson(text)
                || PUBLIC_PEM.matcher(text).matches()
                || (text.length() < LONGEST && isList(text));
    }

    static boolean isNumber(String text) {
        return text.length() < LONGEST && NUMBER.matcher(text).matches();
    }

    static boolean isUrl(String text) {
        return URL.matcher(text).matches();
    }

    private static boolean isOne(String text) {
        return text.length() < LONGEST
                && (isNumber(text)
                        || UUID.matcher(text).matches()
                        || COLOUR.matcher(text).matches()
                        || EMAIL.matcher(text).matches()
                        || (text.length() < LONGEST_HOST && HOST.matcher(text).matches())
                        || Words.are(text));
    }

    private static boolean isList(String text) {
        String[] parts = LIST.split(text, -1);
        if (parts.length < 2) {
            return false;
        }
        for (String part : parts) {
            if (!part.isEmpty() && !isOne(part) && !isUrl(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isJson(String text) {
        return (text.startsWith("{") && text.endsWith("}"))
                || (text.startsWith("[") && text.endsWith("]"));
    }
}
