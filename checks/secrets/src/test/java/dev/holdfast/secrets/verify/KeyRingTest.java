package dev.holdfast.secrets.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.core.result.Severity;
import dev.holdfast.secrets.engine.Assessment;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Span;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import dev.holdfast.secrets.rule.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
    private static final String SUPABASE = "sb_se" + "cret_" + "a".repeat(31);
    private static final String NEAR = "aaaaaaaaaaaaaaaaaaaa.supabase.co";
    private static final String FAR = "bbbbbbbbbbbbbbbbbbbb.supabase.co";

    private final KeyRing ring = KeyRing.of(ProviderSet.shipped());

    private static TokenRule rule(String id) {
        return RuleSet.told().stream()
                .filter(each -> each.info().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void offer(KeyRing to, String id, String text, String token, List<Span> parts) {
        int start = text.indexOf(token);
        Assessment assessment =
                new Assessment(
                        Assessment.Verdict.LEAKED,
                        Severity.LOW,
                        Assessment.Checksum.NONE,
                        Map.of());
        to.offer(
                Latin1.bytes(text),
                text.length(),
                new TokenMatch(rule(id), assessment, start, start + token.length(), parts),
                "hash");
    }

    private List<Credential> supabase() {
        return ring.ways("secrets.supabase-secret-key", "hash");
    }

    @Test
    void takesTheNearestOfWhatStandsBesideAKey() {
        String text = "URL=https://" + FAR + "\n\nURL=https://" + NEAR + "\nKEY=" + SUPABASE;
        offer(ring, "secrets.supabase-secret-key", text, SUPABASE, List.of());
        assertEquals(Map.of("project", FakeApi.bytes(NEAR)), supabase().getFirst().companions());
    }

    @Test
    void takesNothingFromFarAway() {
        String text = "URL=https://" + FAR + "\n" + " ".repeat(5_000) + SUPABASE;
        offer(ring, "secrets.supabase-secret-key", text, SUPABASE, List.of());
        assertEquals(Map.of(), supabase().getFirst().companions());
    }

    @Test
    void keepsAValueInEachWayOnceAndInFewWays() {
        for (String host : List.of(NEAR, NEAR, FAR)) {
            String text = "URL=https://" + host + "\nKEY=" + SUPABASE;
            offer(ring, "secrets.supabase-secret-key", text, SUPABASE, List.of());
        }
        assertEquals(2, supabase().size());
        for (char each = 'c'; each < 'h'; each++) {
            String host = String.valueOf(each).repeat(20) + ".supabase.co";
            offer(ring, "secrets.supabase-secret-key", host + " " + SUPABASE, SUPABASE, List.of());
        }
        assertEquals(3, supabase().size());
    }

    @Test
    void takesTheOtherHalfWithItsSlashes() {
        String id = "AK" + "IA" + "Z3MXK7QPLB2VRTN5";
        String text = id + "\n" + "aB1\\/".repeat(10);
        offer(
                ring,
                "secrets.aws-access-key",
                text,
                id,
                List.of(new Span(id.length() + 1, text.length())));
        Credential way = ring.ways("secrets.aws-access-key", "hash").getFirst();
        assertEquals(Map.of("half", FakeApi.bytes("aB1/".repeat(10))), way.companions());
        assertEquals(
                Optional.of(rule("secrets.aws-access-key").info().severity()),
                ring.severity("secrets.aws-access-key", "hash"));
    }

    @Test
    void keepsNothingThatNobodyCanBeAskedAbout() {
        offer(ring, "secrets.private-key", "x".repeat(40), "x".repeat(30), List.of());
        assertEquals(List.of(), ring.ways("secrets.private-key", "hash"));
    }

    @Test
    void keepsNothingWhenItIsClosed() {
        KeyRing closed = KeyRing.closed();
        offer(closed, "secrets.supabase-secret-key", NEAR + " " + SUPABASE, SUPABASE, List.of());
        assertEquals(List.of(), closed.ways("secrets.supabase-secret-key", "hash"));
    }

    @Test
    void showsNothingOfWhatItKeeps() {
        offer(ring, "secrets.supabase-secret-key", NEAR + " " + SUPABASE, SUPABASE, List.of());
        assertFalse((ring + " " + supabase()).contains("aaaa"));
    }
}
