package dev.holdfast.probes.csp;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.probes.csp.match.Sink;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the browser lets through, measured. One tab; not for several threads. */
final class BrowserTruth {
    private final TestBrowser browser;
    private final SinkServer server;
    private final AtomicInteger ids;
    private final String tab;

    BrowserTruth(TestBrowser browser, SinkServer server, AtomicInteger ids) {
        this.browser = browser;
        this.server = server;
        this.ids = ids;
        this.tab = browser.tab();
    }

    /** Loads a page with these policies and looks at every sink. */
    Map<Sink, Boolean> of(Delivered policies) {
        int id = ids.incrementAndGet();
        server.put(id, policies);
        var loaded = browser.nextLoad(tab);
        var navigated =
                TestBrowser.join(
                        browser.send(
                                tab,
                                "Page.navigate",
                                Map.of("url", "https://victim.test/page?n=" + id)));
        if (navigated.containsKey("errorText")) {
            throw new IllegalStateException(policies + ": " + navigated.get("errorText"));
        }
        TestBrowser.join(loaded);
        Map<Sink, Boolean> truth = new EnumMap<>(Sink.class);
        for (Sink sink : Sink.values()) {
            truth.put(sink, false);
        }
        if (policies.sandboxed()) {
            still(id, truth);
        } else {
            collect(id, truth, 30);
        }
        truth.put(Sink.IMG, server.wasAsked(id, "/img.png"));
        truth.put(Sink.FRAME, server.wasAsked(id, "/frame"));
        truth.put(Sink.OBJECT, server.wasAsked(id, "/object"));
        server.remove(id);
        return truth;
    }

    private boolean collect(int id, Map<Sink, Boolean> truth, int seconds) {
        Map<String, @Nullable Object> answer;
        try {
            answer =
                    browser.send(
                                    tab,
                                    "Runtime.evaluate",
                                    Map.of(
                                            "expression",
                                            SinkPage.collector(id),
                                            "awaitPromise",
                                            true,
                                            "returnByValue",
                                            true,
                                            "allowUnsafeEvalBlockedByCSP",
                                            false))
                            .orTimeout(seconds, TimeUnit.SECONDS)
                            .join();
        } catch (CompletionException late) {
            return false;
        }
        Object value =
                answer.get("result") instanceof Map<?, ?> result ? result.get("value") : null;
        if (!(value instanceof String text)) {
            return false;
        }
        Map<String, @Nullable Object> seen = JsonReader.object(text).orElseThrow();
        for (Sink sink : Sink.values()) {
            if (seen.get(sink.word()) instanceof Boolean flag) {
                truth.put(sink, flag);
            }
        }
        // The page's own eval, where it has a script to ask it, must say the same as ours.
        if (truth.getOrDefault(Sink.INLINE, false)
                && !Objects.equals(seen.get("pageeval"), truth.get(Sink.EVAL))) {
            throw new IllegalStateException("two answers about eval on page " + id);
        }
        return true;
    }

    /** The same for a page in which scripts may not run at all: what the document says. */
    private void still(int id, Map<Sink, Boolean> truth) {
        int root = document(truth);
        click(root, "#attr");
        click(root, "#js");
        truth.put(Sink.STYLE, width(root, "#style") == 77);
        truth.put(Sink.STYLE_ATTR, width(root, "#styleattr") == 66);
        if (node(root, "#scriptless") == 0) {
            collect(id, truth, 20);
        }
        document(truth);
    }

    private int document(Map<Sink, Boolean> truth) {
        Map<String, @Nullable Object> answer =
                TestBrowser.join(browser.send(tab, "DOM.getDocument", Map.of("depth", 1)));
        Map<?, ?> root = map(answer.get("root"));
        truth.put(Sink.BASE, "https://evil.test/".equals(root.get("baseURL")));
        for (Object child : list(root.get("children"))) {
            if (child instanceof Map<?, ?> node
                    && node.get("attributes") instanceof List<?> attributes) {
                for (Sink sink : Sink.values()) {
                    if (attributes.contains("data-" + sink.word())) {
                        truth.put(sink, true);
                    }
                }
            }
        }
        return number(root.get("nodeId")).intValue();
    }

    private int node(int root, String selector) {
        Object id =
                TestBrowser.join(
                                browser.send(
                                        tab,
                                        "DOM.querySelector",
                                        Map.of("nodeId", root, "selector", selector)))
                        .get("nodeId");
        return number(id).intValue();
    }

    private Map<?, ?> box(int root, String selector) {
        Object model =
                TestBrowser.join(
                                browser.send(
                                        tab,
                                        "DOM.getBoxModel",
                                        Map.of("nodeId", node(root, selector))))
                        .get("model");
        return map(model);
    }

    private long width(int root, String selector) {
        return number(box(root, selector).get("width")).longValue();
    }

    private void click(int root, String selector) {
        List<?> corners = list(box(root, selector).get("content"));
        double x = number(corners.get(0)).doubleValue() + 4;
        double y = number(corners.get(1)).doubleValue() + 4;
        for (String type : List.of("mousePressed", "mouseReleased")) {
            TestBrowser.join(
                    browser.send(
                            tab,
                            "Input.dispatchMouseEvent",
                            Map.of(
                                    "type",
                                    type,
                                    "x",
                                    x,
                                    "y",
                                    y,
                                    "button",
                                    "left",
                                    "clickCount",
                                    1)));
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }
}
