package dev.holdfast.probes.jwt;

import dev.holdfast.probes.target.JwtRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys and rules for tests of tokens. */
final class Fixtures {
    static final String ISSUER = "https://idp.example.test";
    static final String AUDIENCE = "shop-api";
    static final String SECRET = "canary-0f3a9b7c5d1e8f2a6b4c9d0e7f1a3b5c";

    // Small keys and few of them: RSA takes its time, and tests need many.
    private static final KeyPair RSA = made(1024);
    private static final KeyPair CURVE = made("secp256r1");
    private static final KeyPair ATTACKER = made(1024);

    private Fixtures() {}

    private static KeyPair made(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static KeyPair made(String name) {
        try {
            return curve(name);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Keys of ES256. */
    static KeyPair curve() {
        return CURVE;
    }

    /** The attacker's own keys. */
    static KeyPair attacker(String kind, String curve) throws GeneralSecurityException {
        return kind.equals("RSA") ? ATTACKER : KeyMaker.FRESH.pair(kind, curve);
    }

    static KeyPair rsa() {
        return RSA;
    }

    static KeyPair curve(String name) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    static KeyPair edwards() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    static String pem(PrivateKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    static JwtRules rules(String algorithm) {
        return new JwtRules(
                ISSUER,
                AUDIENCE,
                algorithm,
                "JWT_KEY",
                Map.of("sub", "probe", "admin", false),
                ResourceServer.CANARY,
                "Authorization",
                "");
    }

    static Route route(JwtRules rules) {
        return new Route(
                "/api/me",
                RouteClass.API,
                List.of("GET"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.of(rules),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
