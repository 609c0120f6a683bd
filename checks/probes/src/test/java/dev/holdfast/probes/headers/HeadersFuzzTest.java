package dev.holdfast.probes.headers;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a server sends: nothing is thrown, every rule answers once, on one line. */
class HeadersFuzzTest {
    private static final List<RouteClass> CLASSES = List.of(RouteClass.values());
    private static final List<String> NAMES =
            List.of(
                    "Strict-Transport-Security",
                    "X-Content-Type-Options",
                    "X-Frame-Options",
                    "Content-Security-Policy",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "Cross-Origin-Opener-Policy",
                    "Cross-Origin-Embedder-Policy",
                    "Cross-Origin-Resource-Policy",
                    "Integrity-Policy",
                    "Reporting-Endpoints",
                    "Report-To",
                    "NEL",
                    "Cache-Control",
                    "Clear-Site-Data",
                    "Content-Type",
                    "Content-Disposition",
                    "Server",
                    "Via",
                    "Set-Cookie",
                    "Location",
                    "Age",
                    "Pragma",
                    "Access-Control-Allow-Origin");
    private static final List<String> PARTS =
            List.of(
                    "max-age",
                    "=",
                    ";",
                    ",",
                    "\"",
                    "\\",
                    "(",
                    ")",
                    "*",
                    "'",
                    " ",
                    "\t",
                    "self",
                    "camera",
                    "31536000",
                    "nosniff",
                    "DENY",
                    "no-store",
                    "public",
                    "https://",
                    "é",
                    "\u202e",
                    "\u0000",
                    "\n",
                    "[",
                    "]",
                    "text/html",
                    "charset=",
                    "?1",
                    ":",
                    "99999999999999999999",
                    "-",
                    "%",
                    "@",
                    "http://[",
                    "{\"a\":",
                    "\ud800");

    @Test
    void neverThrowsAndSpeaksOnOneLine() {
        SplittableRandom random = new SplittableRandom(29);
        for (int i = 0; i < 1_500; i++) {
            Fields fields = Fields.NONE;
            for (int n = random.nextInt(8); n >= 0; n--) {
                fields = fields.with(NAMES.get(random.nextInt(NAMES.size())), text(random));
            }
            Answered answer =
                    Answered.page()
                            .as(CLASSES.get(random.nextInt(CLASSES.size())))
                            .status(List.of(200, 204, 302, 401, 404, 500).get(random.nextInt(6)))
                            .at(random.nextInt(4) == 0 ? text(random) : "https://a.test/x")
                            .fields(fields)
                            .body(random.nextBoolean() ? text(random) : html(random));
            Set<String> seen = new HashSet<>();
            for (Finding finding : answer.findings()) {
                assertTrue(seen.add(finding.rule().id() + finding.key()), finding::message);
                assertFalse(finding.message().contains("\n"), finding::message);
                assertFalse(finding.message().isBlank());
            }
        }
    }

    @Test
    void readsHostileLengthsInLinearTime() {
        // A reader of quadratic time would need minutes for one of these.
        for (String part : List.of("a=(self),", "max-age=1;", "\"", "(", ",", "\\\"", ";", "a ")) {
            String value = part.repeat(100_000 / part.length());
            for (String name : NAMES) {
                Answered.page()
                        .as(RouteClass.LOGOUT)
                        .fields(Fields.NONE.with(name, value))
                        .findings();
            }
            Answered.api().status(500).body(value).findings();
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }

    private static String html(SplittableRandom random) {
        return "<base href='"
                + text(random)
                + "'><script src='"
                + text(random)
                + "' integrity='"
                + text(random)
                + "'></script><meta http-equiv='"
                + text(random)
                + "' content='"
                + text(random)
                + "'><img src='"
                + text(random)
                + "'>";
    }
}
