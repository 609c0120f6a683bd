package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendHistoryTest {
    private static final TrendHistory.Run RUN =
            new TrendHistory.Run("2026-11-20T10:00:00Z", 3, 2, 1, 9);

    @TempDir private Path folder = Path.of("");

    private TrendHistory read(String json) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(
                file, "<p>text</p>" + TrendHistory.START + json + "</script>\n<script>x</script>");
        return TrendHistory.readFrom(file);
    }

    @Test
    void comesBackAsItWas() throws IOException {
        TrendHistory history = new TrendHistory(List.of(RUN, RUN));
        assertEquals(history, read(history.json()));
        assertEquals(TrendHistory.EMPTY, read(TrendHistory.EMPTY.json()));
    }

    @Test
    void aReportCarriesTheHistoryOfTheOneItReplaces() throws IOException {
        Path file = folder.resolve("report.html");
        for (int run = 0; run < 35; run++) {
            ReportBuilder report =
                    new ReportBuilder()
                            .between(
                                    ReportBuilder.START.plus(Duration.ofDays(run)),
                                    ReportBuilder.END.plus(Duration.ofDays(run)));
            for (int i = 0; i < run; i++) {
                report.with(ResultBuilder.fail("area.name").at("a" + i + ".js", 1, 1).build());
            }
            TrendHistory earlier = TrendHistory.readFrom(file);
            assertEquals(Math.min(run, TrendHistory.MOST_RUNS), earlier.runs().size());
            Files.write(file, Written.bytes(new HtmlReport(earlier), report.build()));
        }
        List<TrendHistory.Run> runs = TrendHistory.readFrom(file).runs();
        assertEquals(TrendHistory.MOST_RUNS, runs.size());
        assertEquals(34, runs.getLast().fail());
        assertEquals(5, runs.getFirst().fail());
        assertEquals("2026-12-26T10:00:00Z", runs.getLast().at());
    }

    @Test
    void isFoundAtTheEndOfALargeReport() throws IOException {
        ReportBuilder report = new ReportBuilder();
        for (int i = 0; i < 2_000; i++) {
            report.with(ResultBuilder.fail("area.name").at("a" + i + ".js", 1, 1).build());
        }
        Path file = folder.resolve("report.html");
        Files.write(
                file,
                Written.bytes(new HtmlReport(new TrendHistory(List.of(RUN))), report.build()));
        assertTrue(Files.size(file) > 1_000_000);
        assertEquals(2, TrendHistory.readFrom(file).runs().size());
        assertEquals(RUN, TrendHistory.readFrom(file).runs().getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "null",
                "{}",
                "[1]",
                "[{}]",
                "[{\"fail\":1}]",
                "[{\"at\":\"yesterday\"}]",
                "[{\"at\":\"</script><script>alert(1)</script>\"}]",
                "[{\"at\":\"2026-11-20T10:00:00Z\",\"fail\":\"<b>\"}]",
                "[{\"at\":\"2026-11-20T10:00:00Z\",\"fail\":1e999}]",
                "[{\"at\":\"2026-11-20T10:00:00Z\",\"fail\":99999999999999999999999999}]",
                "[{\"at\":\"2026-11-20T10:00:00Z\",\"more\":[[[[]]]]}]",
            })
    void whatIsNoHistoryIsNone(String json) throws IOException {
        assertEquals(TrendHistory.EMPTY, read(json));
    }

    @Test
    void deepNestingIsNoHistory() throws IOException {
        assertEquals(TrendHistory.EMPTY, read("[".repeat(20_000)));
    }

    @Test
    void countsBeyondAllMeasureAreBounded() throws IOException {
        TrendHistory history =
                read(
                        "[{\"at\":\"2026-11-20T10:00:00Z\",\"fail\":2147483647,"
                                + "\"unknown\":9007199254740993,\"error\":-5,\"pass\":1}]");
        TrendHistory.Run run = history.runs().getFirst();
        assertEquals(10_000_000, run.fail());
        assertEquals(10_000_000, run.unknown());
        assertEquals(0, run.error());
        String page = Written.by(new HtmlReport(history), Samples.realistic());
        assertFalse(page.contains("height=\"-"));
        assertFalse(page.contains("y=\"-"));
    }

    @Test
    void aThousandRunsAreCutToTheLast() throws IOException {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 300; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"at\":\"2026-11-20T10:00:00Z\",\"fail\":" + i + "}");
        }
        List<TrendHistory.Run> runs = read(json + "]").runs();
        assertEquals(TrendHistory.MOST_RUNS, runs.size());
        assertEquals(299, runs.getLast().fail());
    }

    @Test
    void randomBytesAreNoHistoryAndNoHarm() throws IOException {
        SplittableRandom random = new SplittableRandom(20261122);
        String good = new TrendHistory(List.of(RUN, RUN)).json();
        for (int i = 0; i < 500; i++) {
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= i % 4; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            TrendHistory history = read(new String(bytes, StandardCharsets.ISO_8859_1));
            for (TrendHistory.Run run : history.runs()) {
                assertTrue(run.at().matches("[0-9TZ:.+-]+"), "round " + i + " of seed 20261122");
                assertTrue(run.fail() >= 0 && run.fail() <= 10_000_000);
            }
        }
    }

    @Test
    void whatIsNoFileHasNoHistory() {
        assertEquals(TrendHistory.EMPTY, TrendHistory.readFrom(folder));
        assertEquals(TrendHistory.EMPTY, TrendHistory.readFrom(folder.resolve("missing.html")));
        assertEquals(TrendHistory.EMPTY, TrendHistory.readFrom(Path.of("/dev/null")));
    }
}
