package dev.holdfast.secrets.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static TokenMatch token(String rule, int start, int end) {
        CheckInfo info =
                new CheckInfo(
                        new CheckId("secrets." + rule), rule, Severity.HIGH, "", "", "", List.of());
        Assessment assessment =
                new Assessment(
                        Assessment.Verdict.LEAKED,
                        Severity.HIGH,
                        Assessment.Checksum.NONE,
                        Map.of());
        return new TokenMatch(new TokenRule(info, rule, ""), assessment, start, end, List.of());
    }

    private static NeedleMatch needle(int start, int end) {
        return new NeedleMatch(NEEDLE, start, end);
    }

    private static final Needle NEEDLE =
            new Needle("A", "plain", "value".getBytes(StandardCharsets.US_ASCII));

    @Test
    void keepsTheOuterOfTwoTokens() {
        TokenMatch outer = token("a", 0, 10);
        assertEquals(
                List.of(outer),
                Overlaps.resolve(List.of(outer, token("b", 0, 5), token("c", 3, 10))));
    }

    @Test
    void keepsTokensThatOnlyTouch() {
        List<Match> all = List.of(token("a", 0, 10), token("b", 5, 12), token("c", 12, 20));
        assertEquals(all, Overlaps.resolve(all));
    }

    @Test
    void tellsATokenOnce() {
        assertEquals(
                List.of(token("a", 0, 10)),
                Overlaps.resolve(List.of(token("a", 0, 10), token("a", 0, 10))));
    }

    @Test
    void keepsNeedlesAndVariablesInsideTokens() {
        List<Match> all =
                List.of(token("a", 0, 10), new VariableMatch("VITE_A", 0, 10), needle(2, 7));
        assertEquals(all, Overlaps.resolve(all));
        assertEquals(List.of(needle(2, 7)), Overlaps.resolve(List.of(needle(2, 7), needle(2, 7))));
    }
}
