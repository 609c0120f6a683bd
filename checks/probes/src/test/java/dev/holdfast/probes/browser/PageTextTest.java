package dev.holdfast.probes.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private static PageText page(String text) {
        return new PageText(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void blanksPoliciesAndNothingElse() {
        String before = "<!-- <meta http-equiv=content-security-policy content=x> --><p>ünï ";
        String meta = "<META content='default-src x' HTTP-EQUIV=\" Content-Security-Policy \">";
        String after =
                "<meta http-equiv=refresh content=5><script>'<meta http-equiv=\"a\">'</script>";

        byte[] blanked = page(before + meta + after).withoutPolicies();

        assertEquals(
                before + " ".repeat(meta.length()) + after,
                new String(blanked, StandardCharsets.UTF_8));
        assertEquals(List.of("default-src x"), page(before + meta + after).policies());
    }

    @Test
    void readsNoncesOfWhatMayHaveOne() {
        PageText page = page("<p nonce=no><script nonce=a></script><link nonce=b rel=stylesheet>");

        assertEquals(Set.of("a", "b"), page.nonces());
        assertTrue(page.stylesHaveNonces());
        assertFalse(page("<script nonce=a></script>").stylesHaveNonces());
    }

    @Test
    void keepsBytesThatAreNoText() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);

            assertEquals(bytes.length, new PageText(bytes).withoutPolicies().length);
        }
        byte[] plain = {(byte) 0xFF, '<', 'p', '>', 0, (byte) 0x80};
        assertArrayEquals(plain, new PageText(plain).withoutPolicies());
    }
}
