package dev.holdfast.probes.headers.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** How the library reads what browsers read (RFC 9651). */
class StructuredFieldTest {
    private static final String LETTERS = " \"()*,-./0123456789:;=?@AZ\\az";

    @Test
    void takesTheLastOfMembersWithOneName() {
        assertEquals(
                Map.of("camera", PermissionsPolicy.Allowed.EVERYBODY),
                PermissionsPolicy.of(List.of("camera=()", "camera=*")).orElseThrow().features());
    }

    @Test
    void voidsDictionaryThatDoesNotParseToItsEnd() {
        for (String bad :
                List.of(
                        "camera=()fullscreen=(self)",
                        "camera 'none'",
                        "a=(",
                        "a,",
                        "A=1",
                        "é=1",
                        "a=\"é\"",
                        "a=1.",
                        "camera=()\u0000")) {
            assertTrue(StructuredField.dictionary(List.of(bad)).isEmpty(), bad);
        }
    }

    @Test
    void readsEmptyDictionary() {
        assertEquals(0, StructuredField.dictionary(List.of("")).orElseThrow().size());
    }

    @Test
    void readsOneTokenWithParameters() {
        assertEquals(
                Optional.of("same-origin"),
                StructuredField.token(List.of(" same-origin; report-to=\"x\" ")));
        for (List<String> bad :
                List.of(
                        List.of("same-origin", "same-origin"),
                        List.of("\"same-origin\""),
                        List.of("same-origin;"),
                        List.of("?1"),
                        List.of(""))) {
            assertEquals(Optional.empty(), StructuredField.token(bad), bad.toString());
        }
    }

    @Test
    void voidsWhatIsLongerThanAnyBrowserTakes() {
        String value = "camera=(self), ".repeat(100_000) + "z=1";
        assertTrue(StructuredField.dictionary(List.of(value)).isEmpty());
        assertTrue(StructuredField.token(List.of("a".repeat(1_000_000))).isEmpty());
    }

    @Test
    void neverThrows() {
        SplittableRandom random = new SplittableRandom(8941);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(16); n > 0; n--) {
                text.append(
                        (char)
                                (random.nextInt(8) == 0
                                        ? random.nextInt(0x10000)
                                        : LETTERS.charAt(random.nextInt(LETTERS.length()))));
            }
            List<String> lines = List.of(text.toString());
            StructuredField.dictionary(lines);
            StructuredField.token(lines);
            PermissionsPolicy.of(lines);
            IntegrityMetadata.of(text.toString());
            assertEquals(lines, List.of(text.toString()));
        }
    }
}
