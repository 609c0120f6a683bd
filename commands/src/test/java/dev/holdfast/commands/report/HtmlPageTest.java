package dev.holdfast.commands.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.commands.browser.BrowserPage;
import dev.holdfast.commands.browser.Chromium;
import dev.holdfast.core.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page in a real browser. Screenshots go to target/screenshots, for a person to look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPageTest {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private @Nullable Chromium chromium;
    @TempDir private Path folder = Path.of("");

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Optional<Path> program = Chromium.find();
        if (program.isEmpty()) {
            String reason = "no Chromium on PATH: the HTML report was not looked at in a browser";
            System.out.println("HtmlPageTest skipped: " + reason);
            Assumptions.abort(reason);
        }
        chromium = Chromium.start(program.get());
    }

    @AfterAll
    void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
    }

    private BrowserPage show(Report report) throws IOException {
        return show(report, TrendHistory.EMPTY);
    }

    private BrowserPage show(Report report, TrendHistory history) throws IOException {
        Path file = folder.resolve("report.html");
        Files.write(file, Written.bytes(new HtmlReport(history), report));
        BrowserPage page = Objects.requireNonNull(chromium).newPage();
        page.resize(1280, 900);
        page.media("screen", "light");
        page.load(file);
        return page;
    }

    private static TrendHistory earlier() {
        List<TrendHistory.Run> runs = new ArrayList<>();
        int[] fails = {9, 9, 8, 8, 6, 7, 5, 5};
        for (int i = 0; i < fails.length; i++) {
            runs.add(
                    new TrendHistory.Run(
                            "2026-11-%02dT10:00:00Z".formatted(i + 10), fails[i], i % 2, 0, 4));
        }
        return new TrendHistory(runs);
    }

    private static int shown(BrowserPage page) {
        return page.evaluate("document.querySelectorAll('article.result:not([hidden])').length")
                .intValue();
    }

    @Test
    void asksForNothingAndComplainsOfNothing() throws IOException {
        for (Report report : List.of(Samples.realistic(), Samples.hostile(), Samples.nothing())) {
            BrowserPage page = show(report, earlier());
            assertEquals(List.of(), page.complaints());
            List<String> elsewhere =
                    page.requests().stream()
                            .filter(url -> !url.endsWith("/report.html") && !url.equals("data:,"))
                            .toList();
            assertEquals(List.of(), elsewhere);
        }
    }

    @Test
    void thisTestSeesAPageThatAsksAndComplains() throws IOException {
        Path file = folder.resolve("bad.html");
        String html = Written.by(ReportFormat.HTML, Samples.realistic());
        Files.writeString(
                file, html.replace("<main>", "<main><script>alert(1)</script><img src=\"x.png\">"));
        BrowserPage page = Objects.requireNonNull(chromium).newPage();
        page.load(file);
        String complaints = String.join("\n", page.complaints());
        assertTrue(complaints.contains("script-src"), complaints);
        assertTrue(complaints.contains("img-src"), complaints);
    }

    @Test
    void hostileTextIsOnlyText() throws IOException {
        BrowserPage page = show(Samples.hostile());
        assertEquals(
                0,
                page.evaluate(
                                "document.querySelectorAll('main script, main img, main iframe,"
                                        + " main style, main [onclick], main [onerror],"
                                        + " main a:not([href^=\"https://cwe.mitre.org/\"])').length")
                        .intValue());
        assertEquals(
                Samples.hostile().results().size(),
                page.evaluate("document.querySelectorAll('article.result').length").intValue());
        assertTrue(
                page.evaluate("document.querySelector('main').textContent")
                        .stringValue()
                        .contains("</script><script>alert(1)</script>"));
    }

    @Test
    void theFilterFindsWords() throws IOException {
        BrowserPage page = show(Samples.realistic());
        assertEquals(9, shown(page));
        page.evaluate("document.getElementById('words').focus()");
        page.type("PAYMENT.ts stripe");
        assertEquals(1, shown(page));
        assertEquals(
                "1 of 9 results shown",
                page.evaluate("document.getElementById('shown').textContent").stringValue());
        assertEquals(
                1,
                page.evaluate("document.querySelectorAll('section.group:not([hidden])').length")
                        .intValue());
        page.type(" nowhere-to-be-found");
        assertEquals(0, shown(page));
    }

    @Test
    void theFilterTogglesOutcomesWithTheKeyboard() throws IOException {
        BrowserPage page = show(Samples.realistic());
        page.evaluate("document.querySelector('input[value=fail]').focus()");
        page.press(" ", 32, " ");
        assertEquals(6, shown(page));
        page.press(" ", 32, " ");
        assertEquals(9, shown(page));
    }

    @Test
    void theKeyboardReachesEverythingThatActs() throws IOException {
        BrowserPage page = show(Samples.realistic());
        int reachable =
                page.evaluate(
                                "[...document.querySelectorAll('a[href], input, summary,"
                                        + " [tabindex=\"0\"]')]"
                                        + ".filter(e => e.checkVisibility()).length")
                        .intValue();
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < reachable; i++) {
            page.press("Tab", 9, "");
            JsonNode focused =
                    page.evaluate(
                            "(() => { const e = document.activeElement, s = getComputedStyle(e);"
                                    + " return [e.tagName + [...document.querySelectorAll('*')]"
                                    + ".indexOf(e), s.outlineStyle + s.outlineWidth]; })()");
            reached.add(focused.get(0).stringValue());
            assertEquals("solid3px", focused.get(1).stringValue(), focused.toString());
        }
        assertTrue(reached.getFirst().startsWith("A"), "the first is the way to the results");
        assertEquals(reachable, reached.stream().distinct().count(), reached.toString());
        assertTrue(reachable > 15, "the page has that many: " + reachable);
    }

    @Test
    void theSkipLinkLeadsToTheResults() throws IOException {
        BrowserPage page = show(Samples.realistic());
        page.press("Tab", 9, "");
        page.press("Enter", 13, "\r");
        assertEquals("results", page.evaluate("document.activeElement.id").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextHasTheContrastOfWcagAa(String colours) throws IOException {
        for (Report report :
                List.of(
                        Samples.realistic(),
                        Samples.everything(),
                        Samples.nothing(),
                        ReportBuilder.of(ResultBuilder.pass("area.name").build()))) {
            BrowserPage page = show(report, earlier());
            page.media("screen", colours);
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            JsonNode contrast = page.evaluate(Resource.text("contrast.js"));
            assertTrue(contrast.get("texts").intValue() > 20, contrast.toString());
            assertEquals("[]", contrast.get("low").toString());
            assertTrue(contrast.get("lowest").doubleValue() >= 4.5, contrast.toString());
        }
    }

    @Test
    void theContrastScriptSeesGreyOnGrey() throws IOException {
        BrowserPage page = show(Samples.realistic());
        page.evaluate("document.documentElement.style.setProperty('--soft', '#a0a8b4')");
        JsonNode contrast = page.evaluate(Resource.text("contrast.js"));
        assertTrue(contrast.get("low").size() > 5, contrast.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 768, 1280})
    void thePageNeverScrollsSideways(int width) throws IOException {
        for (Report report : List.of(Samples.realistic(), Samples.hostile())) {
            BrowserPage page = show(report, earlier());
            page.resize(width, 800);
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth").intValue());
        }
    }

    @Test
    void everyControlHasANameAndEveryHeadingItsLevel() throws IOException {
        BrowserPage page = show(Samples.realistic(), earlier());
        assertEquals(
                "[]",
                page.evaluate(
                                "[...document.querySelectorAll('input')]"
                                        + ".filter(e => e.labels.length !== 1).map(e => e.outerHTML)")
                        .toString());
        assertEquals(
                "[]",
                page.evaluate(
                                "[...document.querySelectorAll('[aria-labelledby]')].filter(e =>"
                                        + " !document.getElementById(e.getAttribute('aria-labelledby')))"
                                        + ".map(e => e.outerHTML)")
                        .toString());
        List<Integer> levels =
                page.evaluate(
                                "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]"
                                        + ".map(e => +e.tagName[1])")
                        .valueStream()
                        .map(JsonNode::intValue)
                        .toList();
        assertEquals(1, levels.getFirst());
        for (int i = 1; i < levels.size(); i++) {
            assertTrue(levels.get(i) <= levels.get(i - 1) + 1, levels.toString());
        }
        assertEquals("en", page.evaluate("document.documentElement.lang").stringValue());
    }

    @Test
    void thePrintHasTheResultsAndNoFilter() throws IOException {
        BrowserPage page = show(Samples.realistic());
        page.media("print", "light");
        assertEquals(
                "none",
                page.evaluate("getComputedStyle(document.getElementById('filter')).display")
                        .stringValue());
        assertEquals(
                9,
                page.evaluate(
                                "[...document.querySelectorAll('article.result')]"
                                        + ".filter(e => e.checkVisibility()).length")
                        .intValue());
        byte[] pdf = page.printed();
        assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve("print.pdf"), pdf);
    }

    @Test
    void theTrendShowsEveryRun() throws IOException {
        BrowserPage page = show(Samples.realistic(), earlier());
        assertEquals(9, page.evaluate("document.querySelectorAll('rect.base').length").intValue());
        assertEquals(
                "failing in each run, oldest first: 9, 9, 8, 8, 6, 7, 5, 5, 3",
                page.evaluate("document.querySelector('.trend svg').getAttribute('aria-label')")
                        .stringValue());
        assertTrue(
                page.evaluate("document.querySelector('.trend').textContent")
                        .stringValue()
                        .contains("3 failing now, 2 fewer than in the run before"));
    }

    @Test
    void readsWithoutScript() throws IOException {
        Path file = folder.resolve("still.html");
        String html = Written.by(ReportFormat.HTML, Samples.realistic());
        Files.writeString(file, html.replaceFirst("script-src '[^']+'", "script-src 'none'"));
        BrowserPage page = Objects.requireNonNull(chromium).newPage();
        page.load(file);
        assertEquals(9, shown(page));
        assertTrue(page.evaluate("document.getElementById('filter').hidden").booleanValue());
    }

    @Test
    void isThereToLookAt() throws IOException {
        BrowserPage page = show(Samples.realistic(), earlier());
        Files.createDirectories(SCREENSHOTS);
        Files.copy(
                folder.resolve("report.html"),
                SCREENSHOTS.resolve("report.html"),
                StandardCopyOption.REPLACE_EXISTING);
        page.screenshot(SCREENSHOTS.resolve("light.png"), false);
        page.screenshot(SCREENSHOTS.resolve("light-whole.png"), true);
        page.media("screen", "dark");
        page.screenshot(SCREENSHOTS.resolve("dark.png"), true);
        page.media("screen", "light");
        page.resize(360, 740);
        page.screenshot(SCREENSHOTS.resolve("narrow.png"), true);
        page.resize(800, 1100);
        page.media("print", "light");
        page.screenshot(SCREENSHOTS.resolve("print.png"), true);
        page = show(Samples.nothing());
        page.screenshot(SCREENSHOTS.resolve("nothing.png"), false);
        page = show(ReportBuilder.of(ResultBuilder.pass("secrets.bundle").subject("dist").build()));
        page.screenshot(SCREENSHOTS.resolve("clear.png"), false);
        page = show(Samples.hostile());
        page.screenshot(SCREENSHOTS.resolve("hostile.png"), false);
        for (String name : List.of("light.png", "dark.png", "narrow.png")) {
            assertTrue(Files.size(SCREENSHOTS.resolve(name)) > 10_000, name);
        }
    }
}
