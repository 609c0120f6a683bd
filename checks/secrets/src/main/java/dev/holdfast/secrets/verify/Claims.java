package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What a JSON Web Token says in its payload (RFC 7519), read and not believed. */
final class Claims {
    private Claims() {}

    /** The scalars of the payload by their path; none when the text is no such token. */
    static Map<String, String> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Map.of();
        }
        try {
            byte[] payload =
                    Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.ISO_8859_1));
            return FlatJson.of(payload).orElse(Map.of());
        } catch (IllegalArgumentException noBase64) {
            return Map.of();
        }
    }
}
