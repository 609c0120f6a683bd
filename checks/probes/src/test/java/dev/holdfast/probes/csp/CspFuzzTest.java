package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.csp.judge.Received;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Any text at all: an answer for every sink, no exception, one line of message. */
final class CspFuzzTest {
    private static void judged(String text) {
        assertEquals(Sink.values().length, Csp.allows(List.of(text)).size());
        List<Finding> findings =
                Csp.judge(
                        new Received(List.of(text), List.of(text), List.of(text), Received.VICTIM));
        assertFalse(findings.isEmpty());
        for (Finding finding : findings) {
            assertTrue(
                    finding.message().chars().allMatch(letter -> letter >= ' ' && letter != 0x7F),
                    finding.message());
            assertTrue(finding.message().length() < 2_000, "a message of any length");
        }
    }

    @RepeatedTest(8)
    void takesAnyCharacters(RepetitionInfo run) {
        RandomGenerator random = random(run);
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(80);
            int largest = List.of(0x80, 0x100, 0x10000).get(random.nextInt(3));
            for (int j = 0; j < length; j++) {
                text.append((char) random.nextInt(largest));
            }
            judged(text.toString());
        }
    }

    @RepeatedTest(8)
    void takesPoliciesWithLettersChanged(RepetitionInfo run) {
        RandomGenerator random = random(run);
        PolicyGrammar grammar = new PolicyGrammar(random);
        for (int i = 0; i < 400; i++) {
            Delivered delivered = grammar.delivered();
            StringBuilder text =
                    new StringBuilder(String.join(",", delivered.headers()))
                            .append(String.join(",", delivered.metas()));
            int changes = random.nextInt(6);
            for (int j = 0; j < changes && !text.isEmpty(); j++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, (char) random.nextInt(0x80));
                    default -> text.setCharAt(at, ":/'*-.;,=[]%".charAt(random.nextInt(12)));
                }
            }
            judged(text.toString());
        }
    }

    /** Long enough that anything worse than linear would not end; a megabyte by the property. */
    @Test
    void takesLongValues() {
        int length = Integer.getInteger("holdfast.csp.length", 200_000);
        judged("a".repeat(length));
        judged("script-src " + "a".repeat(length));
        judged("script-src " + "x^y ".repeat(length / 4));
        judged("script-src " + "*.com ".repeat(length / 6));
        judged("script-src " + "*:8443 ".repeat(length / 7) + "'strict-dynamic'");
        judged("script-src 'nonce-" + "a".repeat(length) + "'");
        judged("script-src 'sha256-" + "=".repeat(length) + "'");
        judged("script-src https://" + "a.".repeat(length / 2));
        judged("script-src evil.test/" + "%41".repeat(length / 3));
        judged("script-src evil.test:" + "4".repeat(length));
        judged(";".repeat(length));
        judged(",".repeat(length));
        judged("x;".repeat(length / 2));
        judged("x,".repeat(length / 10));
        judged(" ".repeat(length));
        judged("'".repeat(length));
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < length / 10; i++) {
            many.append("scrpt-src-").append(i).append(" 'none';");
        }
        judged(many.toString());
    }

    private static RandomGenerator random(RepetitionInfo run) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(run.getCurrentRepetition());
    }
}
