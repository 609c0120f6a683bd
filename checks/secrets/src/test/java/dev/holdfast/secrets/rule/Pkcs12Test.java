package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.TokenMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Key stores as the JDK writes them. */
class Pkcs12Test {
    private static final Engine ENGINE =
            Engine.of(RuleSet.firstClass().recognizers(), java.util.List.of());

    private static byte[] store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "changeit".toCharArray();
        store.load(null, password);
        store.setEntry(
                "key",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(password));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static long found(byte[] bytes) {
        return ENGINE.scan(bytes, bytes.length).stream()
                .filter(each ->
                        each instanceof TokenMatch token && Scans.id(token).equals("pkcs12"))
                .count();
    }

    @Test
    void isToldByContentAsAFile() throws Exception {
        assertEquals(1, found(store()));
    }

    @Test
    void isToldByContentAsBase64() throws Exception {
        String text = "pfx: " + Base64.getEncoder().encodeToString(store()) + "\n";
        assertEquals(1, found(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aCertificateAndNoiseAreNone() throws Exception {
        byte[] other = store();
        // Version 2: no key store.
        other[6] = 2;
        assertEquals(0, found(other));
        byte[] noise = new byte[1 << 20];
        new Random(12).nextBytes(noise);
        assertEquals(0, found(noise));
        assertEquals(0, found(Base64.getEncoder().encode(noise)));
    }
}
