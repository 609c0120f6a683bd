package dev.holdfast.probes.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ScriptingHtmlTest {
    private static final List<String> PARTS =
            List.of(
                    "<noscript>",
                    "</noscript>",
                    "<NOSCRIPT x='>",
                    "<!--",
                    "-->",
                    "<script>",
                    "</script>",
                    "<p a=\"",
                    "'",
                    ">",
                    "<",
                    "</",
                    "=",
                    "text",
                    "<title>",
                    "</title>",
                    "\u0130",
                    "\uD83D");

    @Test
    void takesOutWhatIsForBrowsersWithoutScripts() {
        assertEquals(
                "a<noscript></noscript>b",
                ScriptingHtml.withoutNoscript("a<noscript><p>x</p></noscript>b"));
        assertEquals(
                "<noscript></NoScript >b",
                ScriptingHtml.withoutNoscript("<noscript><!-- </NoScript >b"));
        assertEquals("<noscript>", ScriptingHtml.withoutNoscript("<noscript><p>never ended"));
    }

    @Test
    void leavesAloneWhatIsNoElement() {
        for (String html :
                List.of(
                        "<!-- <noscript>x</noscript> -->",
                        "<script>'<noscript>x</noscript>'</script>",
                        "<textarea><noscript>x</noscript></textarea>",
                        "<p title='<noscript>x</noscript>'>",
                        "<noscripts>x</noscripts>")) {
            assertEquals(html, ScriptingHtml.withoutNoscript(html));
        }
    }

    @Test
    void knowsWhatIsInATemplate() {
        var page = ScriptingHtml.parse("<template><p><b>x</b></template><i>y</i>", "");

        assertFalse(ScriptingHtml.inDocument(page.select("b").getFirst()));
        assertTrue(ScriptingHtml.inDocument(page.select("i").getFirst()));
    }

    @Test
    void takesAnyText() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder html = new StringBuilder();
            for (int part = random.nextInt(12); part >= 0; part--) {
                html.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String kept = ScriptingHtml.withoutNoscript(html.toString());

            assertTrue(kept.length() <= html.length(), html.toString());
            assertEquals(kept, ScriptingHtml.withoutNoscript(kept), html.toString());
        }
    }
}
