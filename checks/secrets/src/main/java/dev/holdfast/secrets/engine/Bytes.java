package dev.holdfast.secrets.engine;

/** Classes of ASCII bytes that tokens are made of. */
public enum Bytes {
    /** {@code 0-9A-Za-z}. */
    BASE62("0-9A-Za-z"),
    /** {@code 0-9A-Za-z_-}. */
    BASE64URL("0-9A-Za-z_-"),
    /** {@code A-Z2-7}. */
    BASE32("A-Z2-7"),
    /** {@code 0-9a-f}. */
    HEX("0-9a-f"),
    /** Base64url and the separators of compact tokens: {@code . =}. */
    DOTTED("0-9A-Za-z_.=-"),
    /** {@code 0-9A-Za-z+/=_-}: both kinds of base64. */
    BASE64("0-9A-Za-z+/=_-"),
    /** {@code 0-9A-Z}. */
    UPPER("0-9A-Z"),
    /** {@code 0-9a-z}. */
    LOWER("0-9a-z"),
    /** Letters of host and path names: {@code 0-9A-Za-z._/-}. */
    PATH("0-9A-Za-z._/-");

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
        low = lower;
        high = upper;
    }

    /** Whether the byte is a member; no byte above 0x7F is. */
    public boolean has(byte each) {
        return each >= 0 && ((each < 64 ? low : high) & 1L << each) != 0;
    }
}
