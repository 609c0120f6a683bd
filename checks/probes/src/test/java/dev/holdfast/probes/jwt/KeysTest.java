package dev.holdfast.probes.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS512", "PS256", "PS384", "ES256", "ES384", "ES512", "EdDSA"})
    void findsPublicKeyOfPrivateOne(String name) throws GeneralSecurityException {
        Algorithm algorithm = Algorithm.of(name).orElseThrow();
        for (int round = 0; round < (algorithm.keys().equals("RSA") ? 1 : 20); round++) {
            KeyPair pair = pair(algorithm);
            SigningKey key = Keys.read(Fixtures.pem(pair.getPrivate()), algorithm).orElseThrow();
            assertEquals(pair.getPublic(), key.open().orElseThrow());
        }
    }

    @Test
    void readsPemOnOneLineWithWrittenLineFeeds() throws GeneralSecurityException {
        KeyPair pair = Fixtures.rsa();
        String line = Fixtures.pem(pair.getPrivate()).replace("\n", "\\n");
        assertTrue(Keys.read(line, Algorithm.of("RS256").orElseThrow()).isPresent());
    }

    @Test
    void rejectsKeyOfOtherKindOrCurveAndNoise() throws GeneralSecurityException {
        String rsa = Fixtures.pem(Fixtures.rsa().getPrivate());
        String other = Fixtures.pem(Fixtures.curve("secp384r1").getPrivate());
        assertTrue(Keys.read(rsa, Algorithm.of("ES256").orElseThrow()).isEmpty());
        assertTrue(Keys.read(other, Algorithm.of("ES256").orElseThrow()).isEmpty());
        assertTrue(Keys.read("no key", Algorithm.of("RS256").orElseThrow()).isEmpty());
        assertTrue(Algorithm.of("none").isEmpty());
    }

    @Test
    void namesSixFormsOfAnRsaKeyOfWhichOneIsPkcs1() throws GeneralSecurityException {
        PublicKey open = Fixtures.rsa().getPublic();
        Map<String, byte[]> forms = PublicForms.of(open);
        assertEquals(6, forms.size());
        String pkcs1 =
                new String(
                        forms.get("PEM of PKCS#1 with a line feed at the end"),
                        StandardCharsets.US_ASCII);
        assertTrue(pkcs1.startsWith("-----BEGIN RSA PUBLIC KEY-----\nMIGJAoGBA"), pkcs1);
    }

    private static KeyPair pair(Algorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm.keys()) {
            case "RSA" -> Fixtures.rsa();
            case "EC" -> Fixtures.curve(algorithm.curve());
            default -> Fixtures.edwards();
        };
    }
}
