package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import java.util.List;

/** Scans with all rules; a match outside of the bytes is a finding. */
final class Scanned {
    private static final Engine ENGINE = Engine.of(RuleSet.all().recognizers(), List.of());

    private Scanned() {}

    static void scan(byte[] bytes) {
        for (Match each : ENGINE.scan(bytes, bytes.length)) {
            if (each.start() < 0 || each.start() >= each.end() || each.end() > bytes.length) {
                throw new AssertionError(each.start() + ".." + each.end());
            }
        }
    }
}
