package dev.holdfast.probes.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.probes.verdict.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String PLANTED = "https://holdfast-probe.invalid/";

    @TempDir Path folder;

    private static String mark(double hoursAgo, String what) {
        return "{\"received\":\"%s\",\"collector\":\"%s\"}".formatted(at(hoursAgo), what);
    }

    private static String report(double hoursAgo, String directive, String blocked, String source) {
        return ("{\"received\":\"%s\",\"violation\":{\"directive\":\"%s\",\"blocked\":\"%s\","
                        + "\"document\":\"https://shop.test/p\",\"source\":\"%s\"}}")
                .formatted(at(hoursAgo), directive, blocked, source);
    }

    private static Instant at(double hoursAgo) {
        return NOW.minus(Duration.ofSeconds((long) (hoursAgo * 3600)));
    }

    /** A collector that was there for so long. */
    private static List<String> alive(int hours) {
        List<String> lines = new ArrayList<>(List.of(mark(hours + 0.5, "started")));
        for (int hour = hours; hour >= 0; hour--) {
            lines.add(mark(hour, "alive"));
        }
        return lines;
    }

    private List<Finding> judge(List<String> lines) throws IOException {
        Path file = folder.resolve("reports.jsonl");
        Files.write(file, lines);
        return Readiness.judge(file, 72, CLOCK);
    }

    private Finding only(List<String> lines) throws IOException {
        List<Finding> findings = judge(lines);
        assertEquals(1, findings.size(), findings.toString());
        return findings.getFirst();
    }

    @Test
    void passesAWholeWindowInWhichReportsArrived() throws IOException {
        List<String> lines = alive(72);
        lines.add(report(10, "img-src", PLANTED, ""));

        Finding finding = only(lines);

        assertEquals(Outcome.PASS, finding.outcome(), finding.message());
        assertEquals(1L, finding.properties().get("planted"));
    }

    @Test
    void takesSilenceForNoProof() throws IOException {
        Finding finding = only(alive(72));

        assertEquals(Outcome.UNKNOWN, finding.outcome());
        assertTrue(finding.message().contains("silence is no proof"), finding.message());
    }

    @Test
    void ignoresExtensionsAndSaysHowMany() throws IOException {
        List<String> lines = alive(72);
        lines.add(report(9, "script-src-elem", "chrome-extension", ""));
        lines.add(report(8, "script-src", "eval", "moz-extension://id/content.js"));
        lines.add(report(7, "img-src", "safari-web-extension://id/a.png", ""));
        lines.add(report(6, "frame-src", "moz-extension", ""));

        Finding finding = only(lines);

        assertEquals(Outcome.PASS, finding.outcome(), finding.message());
        assertTrue(finding.message().contains("4 of extensions"), finding.message());
    }

    @Test
    void groupsViolationsByDirectiveOriginAndPage() throws IOException {
        List<String> lines = alive(72);
        lines.add(report(9, "img-src", "https://cdn.test/a.png", ""));
        lines.add(report(8, "img-src", "https://cdn.test/b.png", ""));
        lines.add(report(7, "script-src", "eval", "https://shop.test/a.js"));

        List<Finding> findings = judge(lines);

        assertEquals(
                List.of(
                        "img-src of https://cdn.test on https://shop.test/p, 2 times in 72 hours",
                        "script-src of eval on https://shop.test/p, 1 times in 72 hours"),
                findings.stream().map(Finding::message).toList());
        assertTrue(findings.stream().allMatch(each -> each.outcome() == Outcome.FAIL));
        assertEquals(2, findings.stream().map(Finding::key).distinct().count());
    }

    @Test
    void countsWhatIsNoReportAndDoesNotPass() throws IOException {
        List<String> lines = alive(72);
        lines.add(report(9, "img-src", PLANTED, ""));
        lines.add("{\"received\":\"2026");
        lines.add("x".repeat(300_000));

        Finding finding = only(lines);

        assertEquals(Outcome.UNKNOWN, finding.outcome());
        assertEquals(2L, finding.properties().get("malformed"));
    }

    @Test
    void saysHowMuchOfTheWindowTheRecordCovers() throws IOException {
        List<String> lines = alive(20);
        lines.add(report(9, "img-src", PLANTED, ""));

        Finding finding = only(lines);

        assertEquals(Outcome.UNKNOWN, finding.outcome());
        assertTrue(finding.message().contains("covers 20 of 72 hours"), finding.message());
    }

    @Test
    void seesWhenTheCollectorWasAway() throws IOException {
        List<String> lines = alive(72);
        lines.removeIf(
                line -> line.contains(at(30).toString()) || line.contains(at(31).toString()));
        lines.add(report(9, "img-src", PLANTED, ""));

        Finding finding = only(lines);

        assertEquals(Outcome.UNKNOWN, finding.outcome());
        assertTrue(finding.message().contains("did not run"), finding.message());
    }

    @Test
    void leavesOutWhatIsOlderThanTheWindow() throws IOException {
        List<String> lines = alive(100);
        lines.add(report(90, "img-src", "https://cdn.test/a.png", ""));
        lines.add(report(9, "img-src", PLANTED, ""));

        Finding finding = only(lines);

        assertEquals(Outcome.PASS, finding.outcome(), finding.message());
        assertEquals(1L, finding.properties().get("older"));
    }

    @Test
    void failsForReportsOfAnotherCollectorWithoutTime() throws IOException {
        List<Finding> findings =
                judge(
                        List.of(
                                "{\"csp-report\":{\"effective-directive\":\"img-src\","
                                        + "\"blocked-uri\":\"https://cdn.test/?s3cret\"}}"));

        assertEquals(Outcome.FAIL, findings.getFirst().outcome());
        assertEquals(Outcome.UNKNOWN, findings.getLast().outcome());
        assertTrue(!findings.toString().contains("s3cret"));
    }

    @Test
    void readsEveryFileOfAFolder() throws IOException {
        Files.write(folder.resolve("a.jsonl"), alive(72));
        Files.writeString(
                folder.resolve("b.json"),
                "[\n{\"type\":\"csp-violation\",\n\"body\":{\"effectiveDirective\":\"img-src\"}}]");

        List<Finding> findings = Readiness.judge(folder, 72, CLOCK);

        assertEquals(Outcome.FAIL, findings.getFirst().outcome());
        assertThrows(UserProblem.class, () -> Readiness.judge(folder.resolve("none"), 72, CLOCK));
    }

    @Test
    void takesNoSilenceOfAnotherCollectorForWatching() throws IOException {
        Finding finding =
                only(
                        List.of(
                                report(80, "img-src", PLANTED, ""),
                                report(0, "img-src", PLANTED, "")));

        assertEquals(Outcome.UNKNOWN, finding.outcome());
        assertTrue(finding.message().contains("did not run"), finding.message());
    }

    @Test
    void passesAnotherCollectorThatHeardSomethingAllTheTime() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int hour = 73; hour >= 0; hour--) {
            lines.add(report(hour, "img-src", PLANTED, ""));
        }

        assertEquals(Outcome.PASS, only(lines).outcome());
    }

    @Test
    void seesTheViolationBehindAHundredOthers() throws IOException {
        List<String> lines = alive(72);
        lines.add(
                "["
                        + "{\"type\":\"csp-violation\",\"body\":{\"effectiveDirective\":\"img-src\",\"blockedURL\":\"chrome-extension\"}},"
                                .repeat(100)
                        + "{\"type\":\"csp-violation\",\"body\":{\"effectiveDirective\":\"img-src\",\"blockedURL\":\"https://cdn.test/x\"}}]");

        assertEquals(Outcome.FAIL, judge(lines).getFirst().outcome());
    }

    @Test
    void doesNotPassWhatSaysTooLittle() throws IOException {
        for (String odd :
                List.of(
                        "[{\"type\":\"csp-violation\",\"body\":{\"blockedURL\":\"https://cdn.test/\"}}]",
                        "[{\"type\":\"csp-violation\"}]",
                        "[{\"body\":{\"effectiveDirective\":\"img-src\"}}]",
                        "{\"received\":\"" + at(3) + "\",\"malformed\":1}")) {
            List<String> lines = alive(72);
            lines.add(report(9, "img-src", PLANTED, ""));
            lines.add(odd);

            Finding finding = only(lines);

            assertEquals(Outcome.UNKNOWN, finding.outcome(), odd);
            assertEquals(1L, finding.properties().get("malformed"), odd);
        }
    }

    @Test
    void passesOverReportsThatAreOfNoPolicy() throws IOException {
        List<String> lines = alive(72);
        lines.add(report(9, "img-src", PLANTED, ""));
        lines.add("[{\"type\":\"deprecation\",\"body\":{}}]");

        assertEquals(Outcome.PASS, only(lines).outcome());
    }

    @Test
    void takesThePagesOwnFramesForThePage() throws IOException {
        List<String> lines = alive(72);
        lines.add(report(9, "img-src", PLANTED, ""));
        lines.add(report(8, "script-src-elem", "inline", "about:srcdoc"));
        lines.add(report(7, "frame-src", "about:blank", ""));

        assertEquals(
                List.of(Outcome.FAIL, Outcome.FAIL),
                judge(lines).stream().map(Finding::outcome).toList());
    }

    @Test
    void takesNoNameThatBeginsAlikeForThePlantedOne() throws IOException {
        for (String host :
                List.of(
                        "https://holdfast-probe.invalid.cdn.test/x.js",
                        "https://cdn.test/holdfast-probe.invalid",
                        "https://my-holdfast-probe.invalid/")) {
            List<String> lines = alive(72);
            lines.add(report(9, "img-src", PLANTED, ""));
            lines.add(report(8, "script-src-elem", host, ""));

            assertEquals(Outcome.FAIL, judge(lines).getFirst().outcome(), host);
        }
    }

    @Test
    void doesNotPassAFileThatBecameFull() throws IOException {
        for (String mark : List.of("full", "stopped full")) {
            List<String> lines = alive(72);
            lines.add(report(9, "img-src", PLANTED, ""));
            lines.add(mark(0, mark));

            assertEquals(Outcome.UNKNOWN, only(lines).outcome(), mark);
        }
    }

    @Test
    void knowsNothingOfAnEmptyFile() throws IOException {
        assertEquals(Outcome.UNKNOWN, only(List.of()).outcome());
    }
}
