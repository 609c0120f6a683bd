package dev.holdfast.commands.demo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Invents keys that have the form of real ones and open nothing. */
final class FakeKeys {
    private static final String BASE62 =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final RandomGenerator random;

    FakeKeys(RandomGenerator random) {
        this.random = random;
    }

    /** A key of that kind and length. */
    String of(String kind, int length) {
        return switch (kind) {
            case "stripe-secret-key" -> "sk_" + "live_" + "51" + letters(length - 10);
            case "supabase-publishable-key" ->
                    "sb_" + "publishable_" + letters(22) + "_" + letters(length - 38);
            case "supabase-service-role-key" -> jwt(length);
            case "github-token" -> github(length);
            case "password" -> letters(length - 5) + "!" + letters(4);
            default -> throw new IllegalArgumentException("no fake key of the kind " + kind);
        };
    }

    private String letters(int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(BASE62.charAt(random.nextInt(BASE62.length())));
        }
        return letters.toString();
    }

    /** With the check digits that GitHub's tokens end in: the CRC-32 of the body in base62. */
    private String github(int length) {
        String body = letters(length - 10);
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            digits.append(BASE62.charAt((int) (rest % 62)));
            rest /= 62;
        }
        return "ghp_" + body + digits.reverse();
    }

    /**
     * A signed token (RFC 7519) with the claims of Supabase's service_role; the reference pads it.
     */
    private String jwt(int length) {
        String header = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String signature = letters(43);
        int payload = length - header.length() - signature.length() - 2;
        for (int padding = 1; padding < length; padding++) {
            String claims =
                    part(
                            "{\"iss\":\"supabase\",\"ref\":\""
                                    + letters(padding)
                                    + "\",\"role\":\"service_role\","
                                    + "\"iat\":1767225600,\"exp\":2082758400}");
            if (claims.length() == payload) {
                return header + "." + claims + "." + signature;
            }
        }
        throw new IllegalArgumentException("no token of " + length + " characters");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
