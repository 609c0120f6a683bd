package dev.holdfast.secrets.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.rule.Reference.Found;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The engine finds what regular expressions find. */
class ReferenceTest {
    // What stands between tokens: all that a class or a boundary could stumble over.
    private static final String NOISE =
            Alphabet.BASE62.characters() + "__--..::==//++%%\\\\\"\"''``~;,<>(){}& \n\t$#@!";
    private static final List<String> JOINS =
            List.of(
                    "", " ", "\"", "'", "`", "\\\"", "\\n", "\\u0022", "%3D", "%", "\\", "=", "==",
                    "-", "_", ".", "x", "9", "&quot;", "/", ":");

    private final Reference reference = new Reference();
    private final Engine engine = Engine.of(prefixRules(), List.of());

    private static List<Recognizer> prefixRules() {
        return RuleSet.firstClass().recognizers().stream()
                .filter(PrefixRule.class::isInstance)
                .toList();
    }

    private List<Found> engine(byte[] bytes, int length) {
        List<Found> found = new ArrayList<>();
        for (Match match : engine.scan(bytes, length)) {
            if (match instanceof TokenMatch token) {
                found.add(new Found(Scans.id(token), token.start(), token.end()));
            }
        }
        // The reference knows no severity: a worse token in another one is a matter of Overlaps.
        Reference.withoutInner(found);
        return found;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void findsTheSameInRandomText() {
        int tokens = 0;
        List<Spec> specs = Specs.all();
        for (long seed = 1; seed <= 2_000; seed++) {
            TokenForge forge = new TokenForge(seed);
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int piece = 0; piece < 8; piece++) {
                Spec spec = specs.get(random.nextInt(specs.size()));
                String token = forge.token(spec);
                text.append(JOINS.get(random.nextInt(JOINS.size())));
                text.append(random.nextInt(3) == 0 ? mutated(token, random) : token);
                text.append(JOINS.get(random.nextInt(JOINS.size())));
                text.append(random.nextInt(2) == 0 ? noise(random, random.nextInt(40)) : "");
            }
            byte[] bytes = latin1(text.toString());
            List<Found> expected = reference.find(text.toString());
            assertEquals(expected, engine(bytes, bytes.length), "seed " + seed + ": " + text);
            tokens += expected.size();
        }
        assertTrue(tokens > 8_000, "only " + tokens);
    }

    private static String noise(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(NOISE.charAt(random.nextInt(NOISE.length())));
        }
        return text.toString();
    }

    /** One character taken away, added or changed. */
    private static String mutated(String token, Random random) {
        int at = random.nextInt(token.length());
        String other = noise(random, 1);
        return switch (random.nextInt(3)) {
            case 0 -> token.substring(0, at) + token.substring(at + 1);
            case 1 -> token.substring(0, at) + other + token.substring(at);
            default -> token.substring(0, at) + other + token.substring(at + 1);
        };
    }

    @Test
    void findsTokensAtBothEndsOfTheArray() {
        TokenForge forge = new TokenForge(77);
        for (Spec spec : Specs.all()) {
            String token = forge.token(spec);
            for (int before = 0; before <= 8; before++) {
                for (int behind = 0; behind <= 8; behind++) {
                    String text = " ".repeat(before) + token + "\"".repeat(behind);
                    byte[] bytes = latin1(text);
                    assertEquals(
                            List.of(new Found(spec.rule(), before, before + token.length())),
                            engine(bytes, bytes.length),
                            text);
                }
            }
        }
    }

    @Test
    void looksAtNothingBehindTheLength() {
        TokenForge forge = new TokenForge(78);
        for (Spec spec : Specs.all()) {
            // The array goes on with what would make another token, or none, of it.
            byte[] bytes = latin1("'" + forge.longest(spec) + "Zz09==.__" + forge.token(spec));
            int end = 1 + forge.longest(spec).length();
            for (int length = end - 12; length <= end + 12; length++) {
                int cut = Math.min(length, bytes.length);
                byte[] alone = Arrays.copyOf(bytes, cut);
                assertEquals(engine(alone, cut), engine(bytes, cut), spec.rule() + " at " + cut);
            }
        }
    }

    @Test
    void everyAnchorIsLongEnoughForTheBitmap() {
        for (Recognizer each : RuleSet.firstClass().recognizers()) {
            assertTrue(each.anchors().stream().allMatch(anchor -> anchor.length() >= 3));
        }
    }
}
