package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.core.gate.UnknownRule;
import dev.holdfast.core.report.Report;
import dev.holdfast.core.result.Origin;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final String ESCAPE = String.valueOf((char) 0x1B);
    private static final String COLOUR = ESCAPE + "\\[[0-9;]*m";

    private static String write(Report report, boolean colour, boolean quiet) throws IOException {
        return Written.by(
                ReportWriters.of(
                        ReportFormat.TEXT, ReportOptions.plain().onTerminal(colour, quiet)),
                report);
    }

    private static String plain(Report report) throws IOException {
        return write(report, false, false);
    }

    @Test
    void isWhatItWasYesterday() throws IOException {
        Golden.check("report.txt", plain(Samples.realistic()));
        Golden.check(
                "report.colour.txt",
                write(Samples.realistic(), true, false).replace(ESCAPE, "<esc>"));
        Golden.check("report.quiet.txt", write(Samples.realistic(), false, true));
        Golden.check("report.nothing.txt", plain(Samples.nothing()));
    }

    @Test
    void colourIsBesideWordsAndNeverInsteadOfThem() throws IOException {
        for (Report report :
                List.of(Samples.realistic(), Samples.everything(), Samples.nothing())) {
            String coloured = write(report, true, false);
            assertTrue(coloured.contains(ESCAPE));
            assertEquals(plain(report), coloured.replaceAll(COLOUR, ""));
        }
    }

    @Test
    void hasNoEscapeSequenceWithoutColour() throws IOException {
        for (Report report :
                List.of(Samples.realistic(), Samples.everything(), Samples.hostile())) {
            assertFalse(plain(report).contains(ESCAPE));
        }
    }

    @Test
    void hostileTextGivesNoOrder() throws IOException {
        for (String text :
                List.of(
                        plain(Samples.hostile()),
                        write(Samples.hostile(), true, false).replaceAll(COLOUR, ""))) {
            assertTrue(text.codePoints().allMatch(TextReportTest::isHarmless));
        }
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < 300; i++) {
            String text = Hostile.random(random);
            String written =
                    plain(
                            new ReportBuilder()
                                    .with(
                                            ResultBuilder.fail("area.name")
                                                    .message(text)
                                                    .at(text, 1, 1, new Origin(text, 1, 1), null)
                                                    .property("variable", text)
                                                    .build())
                                    .note(text)
                                    .policy(text)
                                    .build());
            assertTrue(
                    written.codePoints().allMatch(TextReportTest::isHarmless),
                    "round " + i + " of seed 20261122");
        }
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    @Test
    void onlyALineWithAPathIsLongerThan80Columns() throws IOException {
        for (Report report :
                List.of(
                        Samples.realistic(),
                        Samples.everything(),
                        Samples.nothing(),
                        Samples.hostile())) {
            plain(report)
                    .lines()
                    .filter(line -> Columns.of(line) > 80)
                    .forEach(line -> assertTrue(line.contains("/"), line));
        }
        String word = "x".repeat(300) + " " + "名".repeat(100);
        String broken =
                plain(ReportBuilder.of(ResultBuilder.fail("area.name").message(word).build()));
        assertTrue(broken.lines().allMatch(line -> Columns.of(line) <= 80), broken);
    }

    @Test
    void aLongPathStaysWhole() throws IOException {
        String path = "dist/" + "folder/".repeat(30) + "index.js";
        String text =
                plain(
                        ReportBuilder.of(
                                ResultBuilder.fail("area.name")
                                        .at(path, 1, 20_480)
                                        .message("look into " + path + " now")
                                        .build()));
        assertTrue(text.contains("  at " + path + ":1:20480\n"));
        assertTrue(text.contains("\n  " + path + " now\n") || text.contains("\n  " + path + "\n"));
    }

    @Test
    void showsTheSourceFirst() throws IOException {
        assertTrue(
                plain(Samples.realistic())
                        .contains(
                                "  at src/lib/payment.ts:14:23\n"
                                        + "     in dist/assets/index-BX3k9aQ1.js:1:20480\n"));
    }

    @Test
    void quietSaysOnlyWhatBlocksAndTheVerdict() throws IOException {
        String quiet = write(Samples.realistic(), false, true);
        assertTrue(quiet.contains("secrets.stripe-secret-key"));
        assertTrue(quiet.contains("BLOCKED: 2 findings block; 1 result is unknown"));
        for (String word :
                List.of("bundle.served-map", "W-12", "note:", "policy ", "next:", "by design")) {
            assertFalse(quiet.contains(word), word);
        }
    }

    @Test
    void quietIsStillClearAboutAnUnknownThatDecides() throws IOException {
        Report undecided =
                ReportBuilder.of(
                        ResultBuilder.pass("area.good").build(),
                        ResultBuilder.of(Outcome.UNKNOWN, "area.name").message("why").build());
        assertTrue(write(undecided, false, true).contains("why"));
        Report warned =
                new ReportBuilder().unknown(UnknownRule.WARN).with(undecided.results()).build();
        assertFalse(write(warned, false, true).contains("why"));
    }

    @Test
    void saysPolicyGateAndWhatToReadNextOnce() throws IOException {
        String text = plain(Samples.realistic());
        assertTrue(text.contains("policy holdfast.yaml, gate production\n"));
        assertEquals(2, text.split("holdfast explain", -1).length);
        assertTrue(text.endsWith("next: holdfast explain secrets.stripe-secret-key\n"));
    }

    @Test
    void explainsWhatIsBehindTheVerdict() throws IOException {
        Report undecided =
                ReportBuilder.of(
                        ResultBuilder.fail("area.small").severity(Severity.LOW).build(),
                        ResultBuilder.of(Outcome.UNKNOWN, "area.hole").build());
        assertTrue(plain(undecided).endsWith("next: holdfast explain area.hole\n"));
        Report clear =
                ReportBuilder.of(ResultBuilder.fail("area.small").severity(Severity.LOW).build());
        assertTrue(plain(clear).endsWith("next: holdfast explain area.small\n"));
        assertFalse(
                plain(ReportBuilder.of(ResultBuilder.pass("area.good").build())).contains("next:"));
    }

    @Test
    void manyPassesAreCountedByRule() throws IOException {
        ReportBuilder report = new ReportBuilder();
        for (int i = 0; i < 500; i++) {
            report.with(
                    ResultBuilder.of(
                                    Outcome.NOT_APPLICABLE,
                                    i == 0 ? "area.other" : i % 5 == 0 ? "area.rare" : "area.name")
                            .at("node_modules/.bin/" + i, 1, 1)
                            .build());
        }
        report.with(ResultBuilder.of(Outcome.WAIVED, "area.name").waiver("W-9").build());
        String text = plain(report.build());
        assertTrue(
                text.contains(
                        "not-applicable 500: area.name (400), area.other, area.rare (99); --format"
                                + " json\n      names them all\n"),
                text);
        assertTrue(text.contains("waived by W-9"));
        assertEquals(1, text.lines().filter(line -> line.startsWith("not-applicable")).count());
    }

    @Test
    void manyWaivedResultsAreCounted() throws IOException {
        ReportBuilder report = new ReportBuilder();
        for (int i = 0; i < 25; i++) {
            report.with(
                    ResultBuilder.of(Outcome.WAIVED, "area.name")
                            .at("file" + i, 1, 1)
                            .waiver("W-" + i)
                            .build());
        }
        String text = plain(report.build());
        assertEquals(20, text.lines().filter(line -> line.startsWith("waived by W-")).count());
        assertTrue(text.contains("and 5 more waived; --format json names them all\n"), text);
    }

    @Test
    void aSuggestedPolicyIsShownAmongManyPasses() throws IOException {
        ReportBuilder report = new ReportBuilder();
        for (int i = 0; i < 30; i++) {
            report.with(ResultBuilder.pass("area.name").subject("GET /" + i).build());
        }
        report.with(
                ResultBuilder.pass("area.suggestion")
                        .property("policy", "default-src 'none'")
                        .build());
        String text = plain(report.build());
        assertTrue(text.contains("default-src 'none'"), text);
        assertTrue(text.contains("pass 31: area.name (30), area.suggestion"), text);
    }

    @Test
    void theSameOfSeveralSubjectsIsSaidOnce() throws IOException {
        ReportBuilder report = new ReportBuilder();
        for (int i = 0; i < 11; i++) {
            report.with(ResultBuilder.fail("area.name").subject("GET /" + i).build());
        }
        report.with(ResultBuilder.of(Outcome.UNKNOWN, "area.name").subject("GET /x").build());
        report.with(ResultBuilder.fail("area.name").at("a.js", 3, 1).subject("GET /y").build());
        String text = plain(report.build());
        assertEquals(2, text.lines().filter(line -> line.startsWith("FAIL")).count(), text);
        assertTrue(text.contains("about GET /0, GET /1, GET /10, GET /2"), text);
        assertTrue(text.contains("GET /6 and 3\n      more\n"), text);
        assertTrue(text.contains("about GET /x\n"), text);
        assertTrue(text.contains("about GET /y\n"), text);
    }

    @Test
    void manyPlacesAreCounted() throws IOException {
        String text =
                plain(ReportBuilder.of(ResultBuilder.fail("area.name").places(3_000).build()));
        assertTrue(text.contains("  and 2995 more places\n"));
        String six = plain(ReportBuilder.of(ResultBuilder.fail("area.name").places(6).build()));
        assertTrue(six.contains("  and 1 more place\n"));
    }

    @Test
    void columnsAreThoseOfATerminal() {
        assertEquals(3, Columns.of("abc"));
        assertEquals(4, Columns.of("名前"));
        assertEquals(2, Columns.of(Character.toString(0x1F600)));
        assertEquals(1, Columns.of("e" + (char) 0x301));
        assertEquals(0, Columns.of(""));
    }
}
