package dev.holdfast.secrets.env;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to percent-encode a text; they differ in what they leave as it is. */
enum PercentEncoding {
    /** {@code encodeURIComponent}. */
    COMPONENT("-_.!~*'()", "%20"),
    /** {@code URLSearchParams} and forms. */
    FORM("-_.*", "+"),
    /** RFC 3986, section 2.3. */
    STRICT("-_.~", "%20"),
    /** {@code encodeURI}. */
    WHOLE("-_.!~*'();,/?:@&=+$#", "%20");

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");

    private final String kept;
    private final String blank;

    PercentEncoding(String kept, String blank) {
        this.kept = kept;
        this.blank = blank;
    }

    String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xFF);
            boolean plain =
                    (letter >= '0' && letter <= '9')
                            || (letter >= 'A' && letter <= 'Z')
                            || (letter >= 'a' && letter <= 'z')
                            || kept.indexOf(letter) >= 0;
            if (plain) {
                encoded.append(letter);
            } else if (letter == ' ') {
                encoded.append(blank);
            } else {
                encoded.append("%%%02X".formatted((int) letter));
            }
        }
        return encoded.toString();
    }

    /** The same with hexadecimal digits in small letters. */
    static String lowerCase(String encoded) {
        return ENCODED.matcher(encoded)
                .replaceAll(each ->
                        Matcher.quoteReplacement(each.group().toLowerCase(java.util.Locale.ROOT)));
    }
}
