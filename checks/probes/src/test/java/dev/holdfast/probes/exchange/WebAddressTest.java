package dev.holdfast.probes.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            emptyValue = "",
            value = {
                "https://a.test/s?q={x} https a.test -1 /s",
                "https://a.test/s/%zz https a.test -1 /s/%zz",
                "HTTPS://A.test:8443/a|b#c https a.test 8443 /a|b",
                "https://u:p@a_b.test/{x} https a_b.test -1 /{x}",
                "https://[::1]:8443/x https [::1] 8443 /x",
                "https://[::1] https [::1] -1 ''",
                "http:// http '' -1 ''",
                "https:\\\\a.test\\b https a.test -1 /b",
                "https://a.test?/b https a.test -1 ''",
                "https://a.test:99999/ https a.test -1 /",
                "data:text/html,x data '' -1 text/html,x",
                "/only/a/path?x '' '' -1 /only/a/path"
            })
    void splitsAsBrowsersDo(String url, String scheme, String host, int port, String path) {
        assertEquals(new WebAddress(scheme, host, port, path), WebAddress.of(url));
    }

    @Test
    void standsWhateverComes() {
        Random random = new Random(3);
        String alphabet = "https://:@[]{}|%?#\\ \t\n\u00e9a1.";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder made = new StringBuilder(random.nextBoolean() ? "https://" : "");
            for (int length = random.nextInt(30); length > 0; length--) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertNotNull(WebAddress.of(made.toString()));
        }
    }
}
