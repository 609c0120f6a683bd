package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

/** What a reader such as GitHub makes of the text: CommonMark with tables and bare addresses. */
class MarkdownReportTest {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z][a-zA-Z0-9]*)[^>]*>");
    private static final List<String> OURS =
            List.of(
                    "h2", "p", "strong", "br", "code", "ul", "li", "table", "thead", "tbody", "tr",
                    "th", "td");
    // A name or a number right behind these makes GitHub tell somebody or link something.
    private static final Pattern MENTION = Pattern.compile("[@#][0-9A-Za-z]");

    private static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static void isInert(String html, String round) {
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            String name = tags.group(1).replace("/", "");
            assertTrue(OURS.contains(name), round + ": " + tags.group());
        }
        String prose = html.replaceAll("(?s)<code>.*?</code>", "").replaceAll("&#?[a-z0-9]+;", "");
        Matcher mention = MENTION.matcher(prose);
        assertFalse(mention.find(), () -> round + ": " + mention.group());
    }

    /** The cells of each row of the second table. */
    private static List<Integer> cells(String html) {
        List<Integer> cells = new ArrayList<>();
        String table = html.substring(html.lastIndexOf("<table>"));
        for (String row : table.split("<tr>", -1)) {
            cells.add(row.split("<t[dh]", -1).length - 1);
        }
        return cells.subList(1, cells.size());
    }

    @Test
    void isWhatItWasYesterday() throws IOException {
        Golden.check("report.md", Written.by(ReportFormat.MARKDOWN, Samples.realistic()));
    }

    @Test
    void hasOneRowOfFourCellsForEachResult() throws IOException {
        for (Report report :
                List.of(Samples.realistic(), Samples.everything(), Samples.hostile())) {
            List<Integer> cells = cells(html(Written.by(ReportFormat.MARKDOWN, report)));
            assertEquals(report.results().size() + 1, cells.size());
            assertEquals(List.of(4), cells.stream().distinct().toList());
        }
    }

    @Test
    void isWorstFirst() throws IOException {
        String text = Written.by(ReportFormat.MARKDOWN, Samples.everything());
        assertTrue(text.indexOf("| FAIL critical |") < text.indexOf("| FAIL low |"));
        assertTrue(text.indexOf("| FAIL info |") < text.indexOf("| ERROR |"));
        assertTrue(text.indexOf("| UNKNOWN |") < text.indexOf("| waived by W-1 |"));
        assertTrue(text.indexOf("| pass |") < text.indexOf("| not-applicable |"));
    }

    @Test
    void hostileTextIsInert() throws IOException {
        String markdown = Written.by(ReportFormat.MARKDOWN, Samples.hostile());
        isInert(html(markdown), "all");
        isOneLineEach(markdown);
    }

    private static void isOneLineEach(String markdown) {
        assertTrue(markdown.codePoints().allMatch(point -> point == '\n' || isText(point)));
    }

    private static boolean isText(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> true;
        };
    }

    @Test
    void randomTextIsInertAndSaysItself() throws IOException {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 300; i++) {
            String text = "x" + Hostile.random(random).strip();
            Report report =
                    new ReportBuilder()
                            .with(
                                    ResultBuilder.fail("area.name")
                                            .message(text)
                                            .remediation(text)
                                            .at(text, 1, 1, new Origin(text, 1, 1), null)
                                            .build())
                            .note(text)
                            .environment(text)
                            .policy(text)
                            .command(text)
                            .build();
            String round = "round " + i + " of seed 20261122";
            String html = html(Written.by(ReportFormat.MARKDOWN, report));
            isInert(html, round);
            assertEquals(List.of(4, 4), cells(html), round);
            String note = html.substring(html.indexOf("<li>Note: ") + 10, html.indexOf("</li>"));
            String expected = Visible.line(text);
            if (expected.length() < 900) {
                assertEquals(numbersShown(expected), numbersShown(unescaped(note)), round);
            }
        }
    }

    private static String unescaped(String html) {
        return html.replaceAll("</?code>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    /** A code span cannot hold a backtick or a pipe, so they stand there as their numbers. */
    private static String numbersShown(String text) {
        return text.replace("\\u0060", "`").replace("\\u007C", "|");
    }

    @Test
    void theRendererOfThisTestSeesWhatMustNotBe() {
        String html =
                html(
                        "<b>x</b> [a](http://e.example) ![i](http://e.example) www.e.example"
                                + " http://e.example a@e.example");
        assertTrue(html.contains("<b>"));
        assertTrue(html.contains("<img "));
        assertEquals(5, html.split("<a ", -1).length, html);
        assertTrue(MENTION.matcher(html("ask @octocat about #1")).find());
    }

    @Test
    void isCutBelow1000KilobytesAndSaysHowManyAreLeftOut() throws IOException {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            results.add(
                    ResultBuilder.fail("area.name")
                            .at("dist/" + i + ".js", 1, 1)
                            .message("something with 名前 and | pipes")
                            .build());
        }
        String markdown =
                Written.by(ReportFormat.MARKDOWN, new ReportBuilder().with(results).build());
        int bytes = markdown.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 1_000_000, bytes + " bytes");
        assertTrue(bytes > 990_000, bytes + " bytes");
        int shown = markdown.split("\n\\| FAIL", -1).length - 1;
        assertTrue(
                markdown.endsWith(
                        "\n**"
                                + (25_000 - shown)
                                + " more results are left out here; the JSON report has all of"
                                + " them.**\n"));
    }

    @Test
    void oneHugeMessageTakesNotTheRoomOfAllOthers() throws IOException {
        ReportBuilder report = new ReportBuilder();
        for (int i = 0; i < 200; i++) {
            report.note("n".repeat(100_000));
        }
        report.with(
                ResultBuilder.fail("area.name").message("m".repeat(3_000_000)).build(),
                ResultBuilder.of(Outcome.UNKNOWN, "area.other").message("the other").build());
        String markdown = Written.by(ReportFormat.MARKDOWN, report.build());
        assertTrue(markdown.getBytes(StandardCharsets.UTF_8).length < 1_000_000);
        assertTrue(markdown.contains("the other"));
        assertTrue(markdown.contains("150 more notes are left out here"));
    }

    @Test
    void showsTheSourceFirst() throws IOException {
        assertTrue(
                Written.by(ReportFormat.MARKDOWN, Samples.realistic())
                        .contains(
                                "| `src/lib/payment.ts:14:23` in"
                                        + " `dist/assets/index-BX3k9aQ1.js:1:20480` and 1 more |"));
    }

    @Test
    void saysPolicyGateAndWhatToReadNextOnce() throws IOException {
        String markdown = Written.by(ReportFormat.MARKDOWN, Samples.realistic());
        assertTrue(markdown.contains("**Policy:** `holdfast.yaml`, gate `production`"));
        assertEquals(2, markdown.split("holdfast explain", -1).length);
        assertTrue(markdown.contains("**Next:** `holdfast explain secrets.stripe-secret-key`"));
    }

    @Test
    void nothingToExplainMeansNoNextCommand() throws IOException {
        Report clear = ReportBuilder.of(ResultBuilder.pass("area.name").build());
        assertFalse(Written.by(ReportFormat.MARKDOWN, clear).contains("explain"));
        Report unexplained =
                new ReportBuilder()
                        .with(ResultBuilder.fail("area.name").build())
                        .unexplained()
                        .build();
        assertFalse(Written.by(ReportFormat.MARKDOWN, unexplained).contains("explain"));
    }

    @Test
    void saysThatNothingWasLookedAt() throws IOException {
        String markdown = Written.by(ReportFormat.MARKDOWN, Samples.nothing());
        assertTrue(markdown.contains("UNDECIDED"));
        assertTrue(markdown.contains("nothing was looked at, so nothing is known"));
        assertEquals(1, html(markdown).split("<table>", -1).length - 1);
    }
}
