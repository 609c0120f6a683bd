package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4 of AWS for requests whose path and query stand in canonical form.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @param region as in {@code us-east-1}
 * @param service as in {@code sts}
 */
record AwsSignature(String region, String service) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * The header {@code Authorization} of a request.
     *
     * @param headers those that are signed, by any spelling of their names; {@code host} and {@code
     *     x-amz-date} among them
     */
    String authorization(
            String id,
            String secret,
            String method,
            String path,
            Map<String, String> headers,
            String body,
            Instant at) {
        Map<String, String> signed = new TreeMap<>();
        headers.forEach(
                (name, value) -> signed.put(name.toLowerCase(java.util.Locale.ROOT), value));
        String names = String.join(";", signed.keySet());
        int query = path.indexOf('?');
        String canonical =
                String.join(
                        "\n",
                        method,
                        query < 0 ? path : path.substring(0, query),
                        query < 0 ? "" : path.substring(query + 1),
                        signed.entrySet().stream()
                                .map(each -> each.getKey() + ":" + each.getValue().strip() + "\n")
                                .collect(Collectors.joining()),
                        names,
                        sha256(body));
        String scope = String.join("/", time(at).substring(0, 8), region, service, "aws4_request");
        String toSign = String.join("\n", ALGORITHM, time(at), scope, sha256(canonical));
        String signature =
                HexFormat.of()
                        .formatHex(hmac(signingKey(secret, time(at).substring(0, 8)), toSign));
        return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(ALGORITHM, id, scope, names, signature);
    }

    /** A time as the header {@code X-Amz-Date} writes it. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    byte[] signingKey(String secret, String date) {
        byte[] start = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(start, date), region), service), "aws4_request");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every JDK has SHA-256");
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException never) {
            // Without its cause: it may hold the key.
            throw new IllegalStateException("every JDK has HmacSHA256");
        }
    }
}
