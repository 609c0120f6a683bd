package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.exhibit.Exhibit;
import dev.holdfast.core.exhibit.Tone;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.report.Tool;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each format makes of a table that a check shows. */
class ExhibitTest {

    private static Report with(Exhibit... exhibits) {
        ReportBuilder builder = new ReportBuilder().with(ResultBuilder.pass("rls.audit").build());
        for (Exhibit each : exhibits) {
            builder.show(each);
        }
        return builder.build();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void htmlDrawsATableForEachSection() throws IOException {
        String html = Written.by(ReportFormat.HTML, with(Samples.exhibit(2)));
        assertEquals(2, count(html, "<table>"));
        assertEquals(2, count(html, "<details open><summary>"));
        assertEquals(4, count(html, "<th scope=\"rowgroup\" rowspan=\"3\">"));
        assertEquals(12, count(html, "<th scope=\"row\">"));
        assertTrue(html.contains("<caption>Who reaches which rows: api</caption>"));
        assertTrue(
                html.contains("api: 2 open, 4 with a way around, 4 limited, 14 closed</summary>"));
        assertTrue(
                html.contains(
                        "<td class=\"open\">all rows<ul><li>row security is off</li></ul></td>"));
    }

    @Test
    void textDrawsABriefTableWithItsColumnsAsLines() throws IOException {
        Exhibit large = Samples.exhibit(1);
        Exhibit brief =
                new Exhibit(
                        "Headers",
                        large.caption(),
                        large.groupHead(),
                        large.rowHead(),
                        large.columns(),
                        large.rows().subList(0, 3),
                        true,
                        Map.of());
        String text = Written.by(ReportFormat.TEXT, with(brief));
        assertTrue(
                text.contains(
                        """
                        Headers
                          api
                                    anon  authenticated       public
                            SELECT  none  rows by policy own  none
                            INSERT  none  rows by policy own  none
                        """),
                text);
        assertFalse(Written.by(ReportFormat.TEXT, with(large)).contains("rows by policy own"));
    }

    @Test
    void htmlFoldsManyRowsAway() throws IOException {
        String html = Written.by(ReportFormat.HTML, with(Samples.exhibit(77)));
        assertEquals(1, count(html, "<details><summary>api: "));
        assertEquals(1, count(html, "<details><summary>public: "));
        assertEquals(2 * 77 * 3, count(html, "<th scope=\"row\">"));
        assertFalse(html.contains("left out here"));
    }

    @Test
    void htmlSaysHowManyRowsAreLeftOut() throws IOException {
        Exhibit exhibit = Samples.exhibit(1);
        Exhibit huge =
                new Exhibit(
                        exhibit.title(),
                        exhibit.caption(),
                        exhibit.groupHead(),
                        exhibit.rowHead(),
                        exhibit.columns(),
                        Collections.nCopies(5_001, exhibit.rows().getFirst()));
        assertTrue(
                Written.by(ReportFormat.HTML, with(huge))
                        .contains("1 more row is left out here; the JSON report has all of them"));
    }

    @Test
    void htmlDrawsNothingWithoutOne() throws IOException {
        assertFalse(Written.by(ReportFormat.HTML, with()).contains("<table"));
    }

    @Test
    void namesOfADatabaseMakeNoMarkup() throws IOException {
        String hostile = "\"><script>alert(1)</script>&'";
        Exhibit exhibit =
                new Exhibit(
                        "t",
                        "c",
                        "relation",
                        "role",
                        List.of("SELECT"),
                        List.of(
                                new Exhibit.Row(
                                        hostile,
                                        hostile,
                                        hostile,
                                        List.of(
                                                new Exhibit.Cell(
                                                        "rows by policy " + hostile,
                                                        List.of(hostile),
                                                        Tone.LIMITED)))));
        for (String html :
                List.of(
                        Written.by(ReportFormat.HTML, with(exhibit)),
                        ExhibitPage.of(exhibit, "rls matrix", new Tool("holdfast", "1")))) {
            assertFalse(html.contains("<script>alert"));
            assertFalse(html.contains("\"><script"));
            // Summary, label, caption, relation, role, words, detail.
            assertEquals(
                    7, count(html, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;"));
        }
    }

    @Test
    void aPageOfItsOwnRunsNoScript() throws IOException {
        String page =
                ExhibitPage.of(Samples.exhibit(1), "rls matrix", new Tool("holdfast", "0.1.0"));
        assertFalse(page.contains("<script"));
        assertFalse(page.contains("script-src"));
        assertTrue(page.contains("default-src 'none'; style-src 'sha256-"));
        assertEquals(2, count(page, "<table>"));
    }

    @Test
    void jsonHasEveryCellAndIsValid() throws IOException {
        String text = Written.by(ReportFormat.JSON, with(Samples.exhibit(2)));
        Schemas.report().accepts(text);
        JsonNode exhibit = new JsonMapper().readTree(text).get("exhibits").get(0);
        assertEquals(12, exhibit.get("rows").size());
        JsonNode row = exhibit.get("rows").get(1);
        assertEquals("api.table_0", row.get("group").stringValue());
        assertEquals("authenticated", row.get("name").stringValue());
        assertEquals(
                "{\"words\":\"all rows\",\"tone\":\"open\",\"details\":[\"row security is off\"]}",
                row.get("cells").get(2).toString());
    }

    @Test
    void jsonHasNoKeyWithoutOne() throws IOException {
        assertFalse(Written.by(ReportFormat.JSON, with()).contains("exhibits"));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportFormat.class,
            names = {"TEXT", "SARIF", "JUNIT", "MARKDOWN"})
    void otherFormatsLeaveItOut(ReportFormat format) throws IOException {
        assertEquals(Written.by(format, with()), Written.by(format, with(Samples.exhibit(2))));
    }
}
