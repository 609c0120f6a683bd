package dev.holdfast.core.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    @Test
    void answersTheSecondTestCaseOfRfc4231() {
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of()
                        .formatHex(
                                new HmacSha256(ascii("Jefe"))
                                        .of(ascii("what do ya want for nothing?"))));
    }

    @Test
    void saysWhatTheJdkSaysWhateverTheLengths() throws GeneralSecurityException {
        Random random = new Random(1);
        for (int length = 1; length < 200; length++) {
            byte[] key = new byte[length];
            byte[] message = new byte[random.nextInt(300)];
            random.nextBytes(key);
            random.nextBytes(message);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));

            assertArrayEquals(mac.doFinal(message), new HmacSha256(key).of(message));
        }
    }

    @Test
    void derivesTheSecondVectorOfRfc7914() {
        assertEquals(
                "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56",
                HexFormat.of()
                        .formatHex(
                                new HmacSha256(ascii("Password")).derive(ascii("NaCl"), 80_000)));
    }

    @Test
    void derivesWhatTheJdkDerives() throws GeneralSecurityException {
        Random random = new Random(2);
        for (int round = 0; round < 40; round++) {
            byte[] value = new byte[1 + random.nextInt(90)];
            byte[] salt = new byte[1 + random.nextInt(40)];
            random.nextBytes(value);
            random.nextBytes(salt);
            String password = new String(value, StandardCharsets.ISO_8859_1);
            int iterations = 1 + random.nextInt(50);
            byte[] expected =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(
                                    new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                            .getEncoded();

            assertArrayEquals(
                    expected,
                    new HmacSha256(password.getBytes(StandardCharsets.UTF_8))
                            .derive(salt, iterations));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
