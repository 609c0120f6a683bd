package dev.holdfast.secrets.engine;

/** Classes of ASCII bytes that tokens are made of. */
public enum Bytes {
    /** Decimal digits. */
    DIGITS("0-9"),
    /** Letters and digits. */
    BASE62("0-9A-Za-z"),
    /** Base64url (RFC 4648, section 5) without padding. */
    BASE64URL("0-9A-Za-z_-"),
    /** Base32 (RFC 4648, section 6) without padding. */
    BASE32("A-Z2-7"),
    /** Lower-case hexadecimal digits. */
    HEX("0-9a-f"),
    /** Upper-case hexadecimal digits. */
    UPPER_HEX("0-9A-F"),
    /** Base64url and the dot that joins the parts of compact tokens. */
    DOTTED("0-9A-Za-z_.-"),
    /** Base64 (RFC 4648, section 4) without padding. */
    STANDARD_BASE64("0-9A-Za-z+/"),
    /** Both kinds of base64, with padding. */
    BASE64("0-9A-Za-z+/=_-"),
    /** Both kinds of base64, percent-encoded or not. */
    ENCODED_BASE64("0-9A-Za-z+/=_%-"),
    /** Upper-case letters and digits. */
    UPPER("0-9A-Z"),
    /** Lower-case letters and digits. */
    LOWER("0-9a-z"),
    /** Unreserved bytes of URLs (RFC 3986, section 2.3). */
    UNRESERVED("0-9A-Za-z._~-");

    private final String ranges;
    private final long low;
    private final long high;

    Bytes(String ranges) {
        long lower = 0;
        long upper = 0;
        for (int i = 0; i < ranges.length(); i++) {
            boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
            int last = range ? ranges.charAt(i + 2) : ranges.charAt(i);
            for (int each = ranges.charAt(i); each <= last; each++) {
                if (each < 64) {
                    lower |= 1L << each;
                } else {
                    upper |= 1L << each;
                }
            }
            i += range ? 2 : 0;
        }
        this.ranges = ranges;
        low = lower;
        high = upper;
    }

    /** Whether the byte is a member; no byte above 0x7F is. */
    public boolean has(byte each) {
        return each >= 0 && ((each < 64 ? low : high) & 1L << each) != 0;
    }

    /** The members, as a class of a regular expression has them: {@code 0-9a-f}. */
    public String ranges() {
        return ranges;
    }
}
