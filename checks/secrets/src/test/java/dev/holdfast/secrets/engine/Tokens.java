package dev.holdfast.secrets.engine;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Severity;
import java.util.List;
import java.util.Map;

/** Matches of rules that only tests have. */
final class Tokens {

    private Tokens() {}

    static TokenMatch match(String anchor, int start, int end) {
        CheckInfo info =
                new CheckInfo(
                        new CheckId("secrets.test"),
                        anchor,
                        Severity.HIGH,
                        "A token for tests.",
                        "None.",
                        "None.",
                        List.of());
        Assessment assessment =
                new Assessment(
                        Assessment.Verdict.LEAKED,
                        Severity.HIGH,
                        Assessment.Checksum.NONE,
                        Map.of());
        return new TokenMatch(
                new TokenRule(info, "Test", "https://example.com"),
                assessment,
                start,
                end,
                List.of());
    }
}
