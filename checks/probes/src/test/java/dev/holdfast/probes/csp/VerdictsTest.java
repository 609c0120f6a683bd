package dev.holdfast.probes.csp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.csp.match.Sink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The engine without a browser: what Chromium said of these policies when it was asked. */
final class VerdictsTest {
    @Test
    void agreesWithWhatTheBrowserSaid() throws IOException {
        List<TruthTable.Row> rows = TruthTable.rows();
        assertTrue(rows.size() > 250);
        List<String> wrong = new ArrayList<>();
        for (TruthTable.Row row : rows) {
            Map<Sink, Boolean> ours = ChromiumDifferenceTest.engine(row.policies());
            TreeSet<String> allowed = new TreeSet<>();
            ours.forEach((sink, allows) -> {
                if (allows) {
                    allowed.add(sink.word());
                }
            });
            TreeSet<String> expected = new TreeSet<>(row.allowed());
            expected.remove("");
            if (!allowed.equals(expected)) {
                wrong.add(row.policies() + ": " + allowed + " instead of " + expected);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void knowsFifteenSinks() {
        assertEquals(
                List.of(
                        "inline",
                        "wrongnonce",
                        "attr",
                        "jsurl",
                        "self",
                        "evil",
                        "data",
                        "eval",
                        "style",
                        "styleattr",
                        "img",
                        "connect",
                        "frame",
                        "object",
                        "base"),
                Csp.allows(List.of()).keySet().stream().map(Sink::word).toList());
    }

    @Test
    void allowsAllWithoutAPolicy() {
        assertTrue(Csp.allows(List.of()).values().stream().allMatch(allows -> allows));
        assertTrue(Csp.allows(List.of("", " , ;; ")).values().stream().allMatch(allows -> allows));
    }

    @Test
    void forbidsWhatOneOfSeveralForbids() {
        Map<Sink, Boolean> allows =
                Csp.allows(List.of("script-src 'unsafe-inline' *", "default-src 'self'"));
        assertEquals(false, allows.get(Sink.INLINE));
        assertEquals(false, allows.get(Sink.EVIL));
        assertEquals(true, allows.get(Sink.SELF));
    }
}
