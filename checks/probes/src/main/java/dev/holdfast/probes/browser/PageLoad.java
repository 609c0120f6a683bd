package dev.holdfast.probes.browser;

import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Loads one page once, in a browser context that nothing is left of. */
final class PageLoad {
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration MOST = Duration.ofSeconds(120);
    private static final Duration SCRIPT = Duration.ofSeconds(5);
    private static final Duration EXERCISE = Duration.ofSeconds(15);

    private final DevTools devTools;
    private final Session session;
    private final Assets assets;

    PageLoad(DevTools devTools, Session session, Assets assets) {
        this.devTools = devTools;
        this.session = session;
        this.assets = assets;
    }

    /**
     * Loads the page of a route, waits until it is quiet, and then, cut off from the service, tries
     * its {@code javascript:} links and forms.
     *
     * @param more a script to run in the page at the end, or nothing
     */
    Loaded load(Route route, Treatment treatment, Optional<String> more)
            throws BrowserProblem, InterruptedException {
        String context =
                devTools.call("Target.createBrowserContext", Map.of())
                        .at("browserContextId")
                        .text();
        try {
            String target =
                    devTools.call(
                                    "Target.createTarget",
                                    Map.of("url", "about:blank", "browserContextId", context))
                            .at("targetId")
                            .text();
            String page =
                    devTools.call(
                                    "Target.attachToTarget",
                                    Map.of("targetId", target, "flatten", true))
                            .at("sessionId")
                            .text();
            Gate gate =
                    new Gate(
                            session,
                            route,
                            target,
                            treatment,
                            assets,
                            new Answers(devTools, page));
            PageEvents events = new PageEvents(devTools, page, gate);
            prepare(page);
            String url = session.target().origin() + route.path();
            run(page, url, gate, events, more);
            return events.loaded();
        } finally {
            var _ =
                    devTools.send(
                            null,
                            "Target.disposeBrowserContext",
                            Map.of("browserContextId", context));
        }
    }

    private void prepare(String page) throws BrowserProblem, InterruptedException {
        for (String domain : List.of("Page", "Log", "Network")) {
            devTools.call(page, domain + ".enable", Map.of());
        }
        devTools.call(
                page, "Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
        devTools.call(page, "Network.setBypassServiceWorker", Map.of("bypass", true));
        devTools.call(
                page,
                "Runtime.addBinding",
                Map.of(
                        "name",
                        PageScripts.BINDING,
                        "executionContextName",
                        PageScripts.WORLD));
        devTools.call(
                page,
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", PageScripts.WATCHER, "worldName", PageScripts.WORLD));
        devTools.call(
                page,
                "Target.setAutoAttach",
                Map.of(
                        "autoAttach",
                        true,
                        "waitForDebuggerOnStart",
                        false,
                        "flatten",
                        true,
                        "filter",
                        List.of(
                                Map.of("type", "worker"),
                                Map.of("type", "shared_worker"),
                                Map.of("exclude", true))));
    }

    private void run(
            String page, String url, Gate gate, PageEvents events, Optional<String> more)
            throws BrowserProblem, InterruptedException {
        long end = System.nanoTime() + MOST.toNanos();
        CompletableFuture<Node> navigated =
                devTools.send(page, "Page.navigate", Map.of("url", url));
        while (!(navigated.isDone() && (events.over() || events.quiet(QUIET)))) {
            if (System.nanoTime() > end) {
                events.missed("the page was not quiet within " + MOST.toSeconds() + " s");
                break;
            }
            events.handle(devTools.next(TICK));
        }
        if (events.over()) {
            return;
        }
        events.begun();
        var _ = devTools.send(page, "Page.getAppManifest", Map.of());
        Optional<Node> facts = evaluate(page, PageScripts.FACTS, SCRIPT, events);
        facts.flatMap(each -> PageFacts.read(each.text()))
                .ifPresentOrElse(
                        events::facts,
                        () -> events.missed("the page does not answer questions of its content"));
        settle(events, end);
        gate.seal();
        if (facts.isPresent()
                && evaluate(page, PageScripts.EXERCISE, EXERCISE, events).isEmpty()) {
            events.missed("the forms and javascript: links were not all tried");
        }
        if (more.isPresent()) {
            var _ = evaluate(page, more.get(), SCRIPT, events);
        }
        settle(events, end);
    }

    private void settle(PageEvents events, long end) throws BrowserProblem, InterruptedException {
        events.touch();
        while (!events.quiet(QUIET) && System.nanoTime() < end) {
            events.handle(devTools.next(TICK));
        }
    }

    /** The value of an expression, when the page gives one in time (one in a sandbox never does). */
    private Optional<Node> evaluate(
            String page, String expression, Duration most, PageEvents events)
            throws BrowserProblem, InterruptedException {
        CompletableFuture<Node> answer =
                devTools.send(
                        page,
                        "Runtime.evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "returnByValue",
                                true,
                                "awaitPromise",
                                true,
                                "allowUnsafeEvalBlockedByCSP",
                                false));
        long end = System.nanoTime() + most.toNanos();
        while (!answer.isDone() && System.nanoTime() < end) {
            events.handle(devTools.next(TICK));
        }
        if (!answer.isDone()) {
            return Optional.empty();
        }
        try {
            Node value = devTools.await("Runtime.evaluate", answer, TICK);
            return value.at("exceptionDetails").there()
                    ? Optional.empty()
                    : Optional.of(value.at("result", "value"));
        } catch (BrowserProblem refused) {
            return Optional.empty();
        }
    }
}
