package dev.holdfast.commands.report;

import java.nio.charset.StandardCharsets;

/** A relative path as a URI reference (RFC 3986). */
final class UriPath {
    private static final String UNRESERVED = "-._~!$&'()*+,;=@/";

    private UriPath() {}

    /** The path with every byte that a URI cannot carry percent-encoded. */
    static String of(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xFF);
            boolean plain =
                    letter < 128
                            && (Character.isLetterOrDigit(letter)
                                    || UNRESERVED.indexOf(letter) >= 0);
            uri.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return uri.toString();
    }
}
