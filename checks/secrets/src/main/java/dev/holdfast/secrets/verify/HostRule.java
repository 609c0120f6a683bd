package dev.holdfast.secrets.verify;

/** Which hosts named by scanned content may be asked: one plain label under a fixed suffix. */
final class HostRule {
    private HostRule() {}

    /**
     * Whether a host is one label under the suffix. User information, ports, trailing dots, further
     * dots, IP literals, non-ASCII letters, upper case and punycode are all refused, because each
     * has a reading in which the host is another one.
     */
    static boolean isUnder(String host, String suffix) {
        String tail = "." + suffix;
        return host.endsWith(tail) && isLabel(host.substring(0, host.length() - tail.length()));
    }

    /** A label of RFC 1123 in lower case that is no A-label (RFC 5890). */
    private static boolean isLabel(String label) {
        if (label.isEmpty() || label.length() > 63 || label.startsWith("xn--")) {
            return false;
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return false;
        }
        return label.chars()
                .allMatch(letter ->
                        (letter >= 'a' && letter <= 'z')
                                || (letter >= '0' && letter <= '9')
                                || letter == '-');
    }
}
