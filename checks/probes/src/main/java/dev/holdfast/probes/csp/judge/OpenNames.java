package dev.holdfast.probes.csp.judge;

import okhttp3.HttpUrl;

/** Names below which others than the page's owner get names. */
final class OpenNames {
    private OpenNames() {}

    /**
     * Whether it is a public suffix ({@code com}, {@code gov.uk}, {@code uk.com}), or all names.
     *
     * @param name in lower case, without the {@code *.} before it
     */
    static boolean isOpen(String name) {
        if (name.indexOf('.') < 0) {
            return true;
        }
        if (name.endsWith(".")) {
            return name.length() > 1 && isOpen(name.substring(0, name.length() - 1));
        }
        if (!Character.isLetter(name.charAt(name.lastIndexOf('.') + 1))) {
            return false;
        }
        HttpUrl url = HttpUrl.parse("https://" + name + "/");
        return url != null && url.topPrivateDomain() == null;
    }

    /** Whether it is the visitor's own machine (RFC 6761, section 6.3; RFC 6890). */
    static boolean isLocal(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("0.0.0.0")
                || (name.startsWith("127.") && name.matches("127(\\.\\d{1,3}){1,3}"));
    }
}
