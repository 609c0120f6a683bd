package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Origin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the page without a browser; {@link HtmlPageTest} looks at it in one. */
class HtmlReportTest {
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][^\\s>]*)");

    private static String write(Report report) throws IOException {
        return Written.by(ReportFormat.HTML, report);
    }

    private static List<String> tags(String html) {
        List<String> tags = new ArrayList<>();
        Matcher matcher = TAG.matcher(html);
        while (matcher.find()) {
            tags.add(matcher.group(1));
        }
        return tags;
    }

    @Test
    void hostileTextMakesNoElement() throws IOException {
        SplittableRandom random = new SplittableRandom(20261122);
        List<String> calm = tags(write(one("calm")));
        for (int i = 0; i < 300; i++) {
            String round = "round " + i + " of seed 20261122";
            String html = write(one("x" + Hostile.random(random)));
            assertEquals(calm, tags(html), round);
            assertFalse(html.contains("\" on"), round);
        }
    }

    private static Report one(String text) {
        return new ReportBuilder()
                .with(
                        ResultBuilder.fail("area.name")
                                .message(text)
                                .remediation(text)
                                .subject(text)
                                .at(text, 1, 1)
                                .property("variable", text)
                                .property("other", List.of(text))
                                .build())
                .note(text)
                .environment(text)
                .policy(text)
                .build();
    }

    @Test
    void isWorstFirst() throws IOException {
        String html = write(Samples.everything());
        assertTrue(html.indexOf("result fail critical") < html.indexOf("result fail low"));
        assertTrue(html.indexOf("result fail info") < html.indexOf("result error"));
        assertTrue(html.indexOf("result unknown") < html.indexOf("result waived"));
        assertTrue(html.indexOf("result pass") < html.indexOf("result not-applicable"));
    }

    @Test
    void showsTheSourceBeforeTheBuiltFile() throws IOException {
        String html = write(Samples.realistic());
        int source = html.indexOf(">src/lib/payment.ts:14:23<");
        assertTrue(source > 0);
        assertTrue(source < html.indexOf(">dist/assets/index-BX3k9aQ1.js:1:20480<"));
    }

    @Test
    void saysPolicyGateAndWhatToReadNextOnce() throws IOException {
        String html = write(Samples.realistic());
        assertTrue(html.contains("<dt>Policy</dt><dd>holdfast.yaml</dd>"));
        assertTrue(html.contains("<dt>Gate</dt><dd>production</dd>"));
        assertEquals(2, html.split("holdfast explain", -1).length);
        assertTrue(html.contains("holdfast explain secrets.stripe-secret-key"));
    }

    @Test
    void saysThatNothingWasLookedAt() throws IOException {
        String html = write(Samples.nothing());
        assertTrue(html.contains("<h1>UNDECIDED</h1>"));
        assertTrue(html.contains("Nothing was looked at, so nothing is known."));
    }

    @Test
    void namesNoAddressToLoadFrom() throws IOException {
        String html = write(Samples.realistic());
        assertFalse(html.contains("src=\""));
        assertFalse(html.contains("url("));
        assertFalse(html.contains("@import"));
    }

    @Test
    void manyPlacesAreCounted() throws IOException {
        String html =
                write(ReportBuilder.of(ResultBuilder.fail("area.name").places(3_000).build()));
        assertTrue(html.contains("2999 more places"));
        assertTrue(html.contains("and 2949 more; the JSON report has all of them"));
    }

    @Test
    void marksWhatStandsInsteadOfTheSecret() throws IOException {
        assertTrue(
                write(Samples.realistic())
                        .contains("`Bearer <mark>sk_live_…</mark>`}}),x=e=&gt;{"));
        for (String redacted : List.of("", "…", "no dots", "…… (2)")) {
            String html =
                    write(
                            ReportBuilder.of(
                                    ResultBuilder.fail("area.name")
                                            .at(
                                                    "a.js",
                                                    1,
                                                    1,
                                                    new Origin("a.ts", 1, 1),
                                                    new Excerpt(1, 1, List.of("\tlet a = ''")))
                                            .property("redacted", redacted)
                                            .build()));
            assertFalse(html.contains("<mark>"), redacted);
            assertTrue(html.contains("    let a = &#39;&#39;"), "a tab stays a gap");
        }
    }

    @Test
    void hasNoTrendInTheFirstRun() throws IOException {
        assertFalse(write(Samples.realistic()).contains("class=\"trend\""));
    }
}
