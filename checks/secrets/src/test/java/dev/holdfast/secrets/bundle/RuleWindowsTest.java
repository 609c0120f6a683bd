package dev.holdfast.secrets.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.rule.Examples;
import dev.holdfast.secrets.rule.RuleExamples;
import dev.holdfast.secrets.rule.RuleSet;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Scanning in windows finds what scanning in one buffer finds, for every rule. */
class RuleWindowsTest {
    private static final FingerprintKey KEY = FingerprintKey.of("a key for tests");

    private final Map<String, List<Examples>> examples = RuleExamples.byRule(16);

    private static Interpreter interpreter() {
        return new Interpreter(Map.of(), List.of(), KEY, KeyRing.closed());
    }

    private static List<String> scan(Engine engine, byte[] content, int window) throws IOException {
        ContentScan scan = new ContentScan(engine, interpreter(), window);
        scan.run(new ByteArrayInputStream(content), content.length, Long.MAX_VALUE);
        return scan.hits().stream().map(RuleWindowsTest::told).toList();
    }

    private static String told(Hit hit) {
        return String.join(
                " ",
                hit.info().id().value(),
                hit.valueHash(),
                String.valueOf(hit.offset()),
                hit.line() + ":" + hit.column() + "-" + hit.endLine() + ":" + hit.endColumn(),
                String.valueOf(hit.assessment()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The recognisers, each with the texts in which it finds something. */
    private Map<Recognizer, List<byte[]>> texts() {
        Map<Recognizer, List<byte[]>> texts = new HashMap<>();
        for (Recognizer recognizer : RuleSet.firstClass().recognizers()) {
            Engine alone = Engine.of(List.of(recognizer), List.of());
            List<byte[]> own = new ArrayList<>();
            for (List<Examples> each : examples.values()) {
                for (Examples one : each) {
                    for (String text : one.positives()) {
                        byte[] bytes = bytes(text);
                        List<Match> found = alone.scan(bytes, bytes.length);
                        if (found.stream().anyMatch(TokenMatch.class::isInstance)) {
                            own.add(bytes);
                        }
                    }
                }
            }
            texts.put(recognizer, own);
        }
        return texts;
    }

    @Test
    void everyRuleAtEveryOffsetAroundEveryBorder() throws IOException {
        int scans = 0;
        for (Map.Entry<Recognizer, List<byte[]>> each : texts().entrySet()) {
            Engine engine = Engine.of(List.of(each.getKey()), List.of());
            int reach = engine.reach();
            int window = 8 * reach;
            // Long texts make large windows: one of them says enough.
            int count = reach > 1_000 ? 1 : 2;
            for (byte[] text :
                    each.getValue().subList(0, Math.min(count, each.getValue().size()))) {
                // What a window decides about ends a reach before it; the next begins two before.
                for (int border : new int[] {window, window - reach, window - 2 * reach}) {
                    int step = Math.max(1, text.length / 150);
                    for (int at = border - text.length - 3; at <= border + 3; at += step) {
                        byte[] content = new byte[window + 3 * reach + 10];
                        Arrays.fill(content, (byte) ' ');
                        System.arraycopy(text, 0, content, at, text.length);
                        List<String> whole = scan(engine, content, content.length + 1);
                        assertEquals(1, whole.size(), new String(text, StandardCharsets.UTF_8));
                        assertEquals(whole, scan(engine, content, window), "at " + at);
                        scans++;
                    }
                }
            }
        }
        assertTrue(scans > 10_000, "only " + scans);
    }

    @Test
    void allRulesInRandomTextInWindowsOfManySizes() throws IOException {
        Engine engine = Engine.of(RuleSet.firstClass().recognizers(), List.of());
        List<String> tokens = new ArrayList<>();
        examples.values()
                .forEach(all ->
                        all.forEach(each -> {
                            tokens.addAll(each.positives());
                            tokens.addAll(each.negatives());
                        }));
        int window = 8 * engine.reach();
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            while (text.length() < 3 * window) {
                text.append(tokens.get(random.nextInt(tokens.size())));
                text.append(
                        List.of("\"", "\n", "\\n", " ", "é\"", "-", "a").get(random.nextInt(7)));
            }
            byte[] content = bytes(text.toString());
            List<String> whole = scan(engine, content, content.length + 1);
            assertTrue(whole.size() > 1_000, "seed " + seed + ": " + whole.size());
            for (int size : new int[] {window, window + 1, window + 4_321, 2 * window}) {
                assertEquals(whole, scan(engine, content, size), "seed " + seed + ", " + size);
            }
        }
    }
}
