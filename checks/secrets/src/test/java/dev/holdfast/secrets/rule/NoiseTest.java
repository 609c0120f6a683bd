package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What bundles, maps and lock files are full of is not taken for a token. */
class NoiseTest {
    private static final int SIZE = 1 << 20;

    private final TokenForge forge = new TokenForge(100);

    private static void assertClean(String text) {
        assertEquals(List.of(), Scans.found(text));
    }

    private String many(java.util.function.Supplier<String> one, String separator) {
        StringBuilder text = new StringBuilder();
        while (text.length() < SIZE) {
            text.append(one.get()).append(separator);
        }
        return text.toString();
    }

    private String base64(int bytes) {
        byte[] random = new byte[bytes];
        new Random(forge.number(Integer.MAX_VALUE)).nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Test
    void hashes() {
        for (int length : new int[] {8, 20, 32, 40, 56, 64, 96, 128}) {
            assertClean(many(() -> forge.text(Alphabet.HEX, length), "\",\""));
            assertClean(many(() -> forge.text(Alphabet.HEX, length), "-"));
        }
    }

    @Test
    void integrityOfLockFiles() {
        assertClean(many(() -> "sha512-" + base64(64), "\",\n\"integrity\": \""));
        assertClean(many(() -> "sha256-" + base64(32), "' '"));
        assertClean(many(() -> "sha1-" + base64(20), "\n"));
        assertClean(many(() -> "#" + forge.text(Alphabet.HEX, 40), "\n"));
    }

    @Test
    void uuids() {
        assertClean(
                many(
                        () ->
                                forge.text(Alphabet.HEX, 8)
                                        + "-"
                                        + forge.text(Alphabet.HEX, 4)
                                        + "-4"
                                        + forge.text(Alphabet.HEX, 3)
                                        + "-a"
                                        + forge.text(Alphabet.HEX, 3)
                                        + "-"
                                        + forge.text(Alphabet.HEX, 12),
                        "\n"));
    }

    @Test
    void wasmAndFontsInBase64() {
        assertClean("data:application/wasm;base64," + base64(3 * SIZE));
        assertClean(many(() -> "url(data:font/woff2;base64," + base64(4_000), ") "));
        assertClean("AGFzbQEAAAA" + "A".repeat(5_000) + base64(SIZE));
    }

    @Test
    void mappings() {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        assertClean(
                "{\"version\":3,\"mappings\":\""
                        + many(
                                () -> {
                                    StringBuilder segment = new StringBuilder();
                                    int length = 1 + forge.number(9);
                                    for (int i = 0; i < length; i++) {
                                        // Small numbers are the most.
                                        int digit = forge.number(1 + forge.number(64));
                                        segment.append(digits.charAt(digit));
                                    }
                                    return segment.toString();
                                },
                                forge.number(2) == 0 ? "," : ";")
                        + "\"}");
    }

    @Test
    void minifiedIdentifiersAndClassNames() {
        List<String> words =
                List.of(
                        "sk",
                        "pk",
                        "key",
                        "re",
                        "hf",
                        "npm",
                        "live",
                        "test",
                        "admin",
                        "proj",
                        "layout",
                        "button",
                        "header",
                        "svcacct",
                        "xai",
                        "dapi",
                        "token",
                        "secret",
                        "SG",
                        "AC",
                        "ya29",
                        "v1",
                        "Prototype",
                        "useEffect");
        for (String join : List.of("_", "-", ".", "__", "--", "$")) {
            assertClean(
                    many(
                            () -> {
                                StringBuilder name = new StringBuilder();
                                int count = 1 + forge.number(9);
                                for (int i = 0; i < count; i++) {
                                    name.append(i == 0 ? "" : join);
                                    name.append(words.get(forge.number(words.size())));
                                }
                                return name.toString();
                            },
                            ";"));
        }
    }

    @Test
    void chunkNamesAndCacheKeys() {
        assertClean(many(() -> "assets/index-" + forge.text(Alphabet.BASE64URL, 8) + ".js", "\n"));
        assertClean(many(() -> "cache-key-" + forge.text(Alphabet.HEX, 32), "\n"));
        assertClean(many(() -> "css-module__" + forge.text(Alphabet.BASE62, 6) + "__title", " "));
        assertClean(
                many(() -> forge.text(Alphabet.HEX, 20) + "." + forge.text(Alphabet.HEX, 8), " "));
    }

    @Test
    void documentation() {
        String stripe = "sk_" + "live_";
        for (String text :
                List.of(
                        stripe + "xxxxxxxxxxxxxxxxxxxxxxxx",
                        stripe + "X".repeat(99),
                        stripe + "...",
                        stripe + "your_key_here",
                        stripe + "YourStripeSecretKeyExample",
                        "AK" + "IA" + "IOSFODNN7" + "EXAMPLE",
                        "gl" + "pat-" + "your-token-goes-here-now",
                        "xox" + "b-your-bot-token-goes-here-please",
                        "xox" + "b-0000000000-0000000000-xxxxxxxxxxxxxxxxxxxxxxxx",
                        "sk-" + "ant-api03-" + "your-api-key".repeat(8),
                        "sk-" + "proj-" + "this-is-not-a-real-key-but-has-the-right-length",
                        "np" + "m_" + "EXAMPLE".repeat(6).substring(0, 36),
                        "dop_" + "v1_" + "0".repeat(64),
                        "SG." + "your-sendgrid-id-22-xx." + "a".repeat(43))) {
            assertClean("`" + text + "`");
        }
    }
}
