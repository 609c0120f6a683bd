package dev.holdfast.probes.cors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser makes of an answer (Fetch standard, "CORS check"). */
class SharingTest {
    private static final String ORIGIN = "https://app.example.com";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://app.example.com   | true       | CREDENTIALED",
                "https://app.example.com   | True       | PLAIN",
                "https://app.example.com   | true, true | PLAIN",
                "https://app.example.com   | false      | PLAIN",
                "https://app.example.com   |            | PLAIN",
                "*                         |            | EVERYBODY",
                "*                         | true       | EVERYBODY",
                "https://APP.example.com   | true       | NOBODY",
                "https://app.example.com/  | true       | NOBODY",
                "https://app.example.com:443 | true     | NOBODY",
                "https://app.example.com, https://app.example.com | true | NOBODY",
                "*, *                      |            | NOBODY",
                "null                      | true       | NOBODY",
                "                          | true       | NOBODY",
            })
    void readsAnAnswerAsABrowserDoes(String origin, String credentials, Reading reading) {
        Fields fields = Fields.NONE;
        if (origin != null) {
            fields = fields.with("access-control-allow-origin", origin);
        }
        if (credentials != null) {
            fields = fields.with("Access-Control-Allow-Credentials", credentials);
        }

        assertEquals(reading, Sharing.of(fields).reading(ORIGIN));
    }

    @Test
    void takesTwoLinesForOneValueThatEqualsNoOrigin() {
        Fields twice =
                Fields.NONE
                        .with("Access-Control-Allow-Origin", ORIGIN)
                        .with("Access-Control-Allow-Origin", ORIGIN);

        assertEquals(Reading.NOBODY, Sharing.of(twice).reading(ORIGIN));
    }

    @Test
    void letsTheOriginNullInWhenItIsNamed() {
        Fields fields =
                Fields.NONE
                        .with("Access-Control-Allow-Origin", "null")
                        .with("Access-Control-Allow-Credentials", "true");

        assertEquals(Reading.CREDENTIALED, Sharing.of(fields).reading("null"));
    }

    @Test
    void letsNobodyInForAnEmptyValue() {
        assertEquals(
                Reading.NOBODY,
                Sharing.of(Fields.NONE.with("Access-Control-Allow-Origin", "")).reading(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vary          | Origin                  | true",
                "Vary          | accept-encoding, ORIGIN | true",
                "Vary          | *                       | true",
                "Vary          | X-Origin                | false",
                "Vary          | Accept-Encoding         | false",
                "Cache-Control | private, no-store       | true",
                "Cache-Control | no-cache                | false",
            })
    void knowsWhatCachesKeepApart(String name, String value, boolean apart) {
        assertEquals(apart, Sharing.of(Fields.NONE.with(name, value)).keptApart());
    }

    @Test
    void readsAnyOriginBackAsItWasWrittenOrNotAtAll() {
        Random random = new Random(7);
        String letters = "htps:/.@a1-_[]`{%, \u00e9\n";
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://" : "");
            int length = random.nextInt(12);
            for (int at = 0; at < length; at++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String origin = text.toString();
            read += WebOrigin.of(origin).isPresent() ? 1 : 0;
            assertEquals(origin, WebOrigin.of(origin).map(WebOrigin::toString).orElse(origin));
        }
        assertTrue(read > 100, "some are origins");
    }

    @Test
    void triesOnlyOriginsThatAreNotTheRightOne() {
        for (String base :
                List.of(
                        ORIGIN,
                        "https://example.com",
                        "http://localhost:5173",
                        "https://127.0.0.1:8443",
                        "https://[::1]",
                        "https://a.b.c.example.co.uk:444")) {
            TrialOrigins origins = new TrialOrigins(WebOrigin.of(base).orElseThrow());
            List<TrialOrigin> all = new ArrayList<>(origins.all());
            all.addAll(origins.more());
            List<String> values = all.stream().map(TrialOrigin::value).toList();
            assertFalse(values.contains(base), base);
            assertEquals(values.size(), values.stream().distinct().count(), values::toString);
            assertTrue(values.contains("null"));
        }
    }
}
