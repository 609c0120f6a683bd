package dev.holdfast.probes.browser;

import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Loads one page once, in a browser context that nothing is left of. */
final class PageLoad {
    /** How long the page with its own policy must be quiet: timers fire after the load, too. */
    static final Duration WATCHED = Duration.ofSeconds(3);

    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration MOST = Duration.ofSeconds(20);
    private static final Duration SCRIPT = Duration.ofSeconds(5);
    private static final Duration EXERCISE = Duration.ofSeconds(15);

    private static final String NEW_DOCUMENT = "Page.addScriptToEvaluateOnNewDocument";
    private static final Map<String, Map<String, ?>> PREPARATION = preparation();

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
                            session, route, target, treatment, assets, new Answers(devTools, page));
            PageEvents events = new PageEvents(devTools, page, gate);
            prepare(page);
            String url = session.target().origin() + route.path();
            Duration quiet = treatment instanceof Treatment.Own ? WATCHED : QUIET;
            run(page, url, gate, events, quiet, more);
            return events.loaded();
        } finally {
            var _ =
                    devTools.send(
                            null,
                            "Target.disposeBrowserContext",
                            Map.of("browserContextId", context));
        }
    }

    // All are sent before the first answer is waited for: a session obeys in order.
    private void prepare(String page) throws BrowserProblem, InterruptedException {
        Map<String, CompletableFuture<Node>> answers = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, ?>> command : PREPARATION.entrySet()) {
            answers.put(
                    command.getKey(),
                    devTools.send(page, method(command.getKey()), command.getValue()));
        }
        for (Map.Entry<String, CompletableFuture<Node>> answer : answers.entrySet()) {
            devTools.await(answer.getKey(), answer.getValue(), SCRIPT.multipliedBy(4));
        }
    }

    // The same command twice has another key.
    private static String method(String key) {
        return key.endsWith(".") ? key.substring(0, key.length() - 1) : key;
    }

    private static Map<String, Map<String, ?>> preparation() {
        Map<String, Map<String, ?>> commands = new LinkedHashMap<>();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            commands.put(domain + ".enable", Map.of());
        }
        commands.put("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*"))));
        commands.put("Network.enableReportingApi", Map.of("enable", true));
        commands.put("Network.setBypassServiceWorker", Map.of("bypass", true));
        commands.put(
                "Runtime.addBinding",
                Map.of("name", PageScripts.BINDING, "executionContextName", PageScripts.WORLD));
        commands.put(
                NEW_DOCUMENT,
                Map.of("source", PageScripts.WATCHER, "worldName", PageScripts.WORLD));
        commands.put(NEW_DOCUMENT + ".", Map.of("source", PageScripts.NO_OTHER_WAY_OUT));
        commands.put(
                "Target.setAutoAttach",
                Map.of(
                        "autoAttach",
                        true,
                        "waitForDebuggerOnStart",
                        false,
                        "flatten",
                        true,
                        "filter",
                        List.of(Map.of("type", "worker"), Map.of("exclude", true))));
        return commands;
    }

    private void run(
            String page,
            String url,
            Gate gate,
            PageEvents events,
            Duration quiet,
            Optional<String> more)
            throws BrowserProblem, InterruptedException {
        long start = System.nanoTime();
        CompletableFuture<Node> navigated =
                devTools.send(page, "Page.navigate", Map.of("url", url));
        while (!(navigated.isDone() && (events.over() || events.quiet(quiet)))) {
            if (late(start, events)) {
                events.missed("the page was not quiet within " + MOST.toSeconds() + " s");
                break;
            }
            events.handle(devTools.next(TICK));
        }
        if (events.over()) {
            return;
        }
        events.begun();
        Optional<PageFacts> facts =
                evaluate(page, PageScripts.FACTS, SCRIPT, events)
                        .flatMap(each -> PageFacts.read(each.text()));
        facts.ifPresentOrElse(
                events::facts,
                () -> events.missed("the page does not answer questions of its content"));
        if (facts.filter(PageFacts::manifest).isPresent()) {
            // Nothing else makes a headless browser ask for it.
            var _ = devTools.send(page, "Page.getAppManifest", Map.of());
            settle(events, QUIET);
        }
        gate.seal();
        boolean acts = facts.filter(PageFacts::acts).isPresent();
        if (acts && evaluate(page, PageScripts.EXERCISE, EXERCISE, events).isEmpty()) {
            events.missed("the forms and javascript: links were not all tried");
        }
        if (more.isPresent()) {
            var _ = evaluate(page, more.get(), SCRIPT, events);
        }
        if (acts || more.isPresent()) {
            settle(events, SHORT);
        }
    }

    // The service's own time does not count: a slow pace is no fault of the page.
    private static boolean late(long start, PageEvents events) {
        return System.nanoTime() - start - events.asking() > MOST.toNanos();
    }

    private void settle(PageEvents events, Duration quiet)
            throws BrowserProblem, InterruptedException {
        events.touch();
        long start = System.nanoTime();
        while (!events.quiet(quiet) && !late(start, events)) {
            events.handle(devTools.next(TICK));
        }
    }

    /**
     * The value of an expression, when the page gives one in time (one in a sandbox never does).
     */
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
