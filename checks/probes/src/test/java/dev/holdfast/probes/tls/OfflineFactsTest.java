package dev.holdfast.probes.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OfflineFactsTest {
    private static final String CHROMIUM =
            """
            // A comment.
            {
              // Another one.
              "pinsets": [],
              "entries": [
                { "name": "all.test", "include_subdomains": true, "mode": "force-https" },
                { "name": "only.test", "mode": "force-https" },
                { "name": "pins.test", "include_subdomains": true, "pins": "x" }
              ]
            }
            """;

    @Test
    void readsTheListOfChromium() {
        PreloadList list = PreloadList.read(CHROMIUM, "list.json");
        assertEquals(Optional.of("all.test"), list.covering("all.test"));
        assertEquals(Optional.of("all.test"), list.covering("a.b.ALL.test"));
        assertEquals(Optional.of("only.test"), list.covering("only.test"));
        assertEquals(Optional.empty(), list.covering("www.only.test"));
        assertEquals(Optional.empty(), list.covering("pins.test"));
        assertEquals(Optional.empty(), list.covering("notall.test"));
    }

    @Test
    void saysThatAFileIsNoPreloadList() {
        for (String text : List.of("", "# nothing\n", "{\"entries\": []}", "{ broken")) {
            assertThrows(UserProblem.class, () -> PreloadList.read(text, "list"));
        }
    }

    private static Finding judged(String records, String host) {
        return CaaRecords.read(records, "caa.txt").judge(host);
    }

    @Test
    void climbsToTheNearestRecords() {
        String records =
                """
                ; <<>> dig
                example.test.  3600 IN CAA 0 issue "ca.test"
                example.test.  3600 IN CAA 0 iodef "mailto:x@example.test"
                sub.example.test. CAA 128 issuewild ca.test
                """;
        Finding above = judged(records, "www.example.test");
        assertEquals(Outcome.PASS, above.outcome());
        assertTrue(above.message().contains("allow ca.test"), above.message());
        // RFC 8659, section 4.2: without issue any authority may issue for the name itself.
        assertEquals(Outcome.FAIL, judged(records, "sub.example.test").outcome());
        assertEquals(Outcome.FAIL, judged(records, "other.test").outcome());
        assertEquals(Outcome.NOT_APPLICABLE, judged(records, "127.0.0.1").outcome());
    }

    @Test
    void namesTheLineThatIsNoRecord() {
        UserProblem broken =
                assertThrows(
                        UserProblem.class,
                        () -> judged("a.test. CAA 0 issue \"x\"\nnonsense\n", "a.test"));
        assertTrue(broken.what().startsWith("caa.txt:2:"), broken.what());
    }
}
