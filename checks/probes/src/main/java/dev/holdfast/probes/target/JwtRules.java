package dev.holdfast.probes.target;

import java.util.Map;

/**
 * What tokens a route accepts.
 *
 * @param algorithm {@code RS256}, {@code ES256}, {@code HS256}, {@code EdDSA} and their like
 * @param keyVariable the environment variable with the private key in PEM (PKCS#8), or the secret
 *     of an HMAC
 * @param claims further claims of a good token: texts, numbers, booleans
 * @param canary text that only an accepted answer holds
 * @param header the field that carries the token
 * @param keyId the {@code kid} of a good token, or empty for none
 */
public record JwtRules(
        String issuer,
        String audience,
        String algorithm,
        String keyVariable,
        Map<String, Object> claims,
        String canary,
        String header,
        String keyId) {
    public JwtRules {
        claims = Map.copyOf(claims);
    }
}
