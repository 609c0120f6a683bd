package dev.holdfast.probes.browser;

import dev.holdfast.probes.report.ReportEndpoints;
import dev.holdfast.probes.report.ShownAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what the browser says of one page and keeps what an audit needs of it. */
final class PageEvents {
    private static final int MOST_VIOLATIONS = 2000;
    private static final int MOST_REPORTS = 200;
    private static final Pattern HASH =
            Pattern.compile("a hash \\('(sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2})'\\)");

    private final DevTools devTools;
    private final String page;
    private final Gate gate;
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Set<String> scriptHashes = new LinkedHashSet<>();
    private final Set<String> missed = new LinkedHashSet<>();
    private final List<SentReport> reports = new ArrayList<>();
    private final List<Unmade> sockets = new ArrayList<>();
    private final int droppedBefore;
    private PageFacts facts = PageFacts.NONE;
    private boolean awake;
    private boolean loaded;
    private long asking;
    private long active = System.nanoTime();

    PageEvents(DevTools devTools, String page, Gate gate) {
        this.devTools = devTools;
        this.page = page;
        this.gate = gate;
        this.droppedBefore = devTools.dropped();
    }

    void handle(Optional<Node> event) throws BrowserProblem, InterruptedException {
        if (event.isEmpty() || !event.get().at("sessionId").text().equals(page)) {
            return;
        }
        Node what = event.get().at("params");
        switch (event.get().at("method").text()) {
            case "Fetch.requestPaused" -> {
                long start = System.nanoTime();
                gate.decide(what);
                touch();
                asking += active - start;
            }
            case "Runtime.bindingCalled" -> {
                told(what.at("payload").text());
                touch();
            }
            case "Page.loadEventFired" -> stopped();
            // A page that is sent on while it loads never has a load event.
            case "Page.frameStoppedLoading" -> {
                if (gate.main().isPresent() && gate.isMain(what.at("frameId").text())) {
                    stopped();
                }
            }
            case "Page.javascriptDialogOpening" -> {
                var _ = devTools.send(page, "Page.handleJavaScriptDialog", Map.of("accept", false));
            }
            case "Log.entryAdded" -> hash(what.at("entry"));
            case "Network.reportingApiReportAdded" -> queued(what.at("report"));
            case "Network.webSocketCreated" ->
                    sockets.add(
                            new Unmade(
                                    "WebSocket",
                                    ShownAddress.of(what.at("url").text()),
                                    "no sockets are opened",
                                    true));
            case "Target.attachedToTarget" -> worker(what.at("targetInfo", "url").text());
            case "Inspector.targetCrashed" -> missed("the page crashed");
            default -> {}
        }
    }

    // The browser sends these by itself, which it cannot: it has no network.
    private void queued(Node report) {
        if (report.at("type").text().equals("csp-violation") && reports.size() < MOST_REPORTS) {
            gate.main()
                    .flatMap(main ->
                            ReportEndpoints.named(
                                    main.fields(), gate.origin(), report.at("destination").text()))
                    .ifPresent(address -> reports.add(SentReport.queued(address, report)));
        }
    }

    // One from a URL has a policy of its own; one from a blob has the page's, and tells nobody.
    private void worker(String url) {
        if (!url.startsWith("http")) {
            missed("a worker from a blob: or data: address ran, whose violations are not told");
        }
    }

    private void stopped() {
        loaded = true;
        touch();
    }

    /** How long requests took that were made for the page, in nanoseconds. */
    long asking() {
        return asking;
    }

    private void told(String payload) {
        Node told = DevTools.read(payload).orElse(Node.NOTHING);
        if (told.at("awake").flag()) {
            awake = true;
        } else if (violations.size() < MOST_VIOLATIONS) {
            violations.add(Violation.of(told));
        } else {
            missed("there were more than " + MOST_VIOLATIONS + " violations");
        }
    }

    // For a script that is gone from the page before the event tells of it.
    private void hash(Node entry) {
        String text = entry.at("text").text();
        if (entry.at("source").text().equals("security")
                && text.startsWith("Executing inline script")) {
            Matcher matcher = HASH.matcher(text);
            if (matcher.find()) {
                scriptHashes.add(matcher.group(1));
            }
        }
    }

    void touch() {
        active = System.nanoTime();
    }

    void facts(PageFacts seen) {
        facts = seen;
    }

    void missed(String reason) {
        missed.add(reason);
    }

    /** The load has come to where the watcher must have spoken. */
    void begun() {
        if (!awake) {
            missed("the page let no watcher in (a sandbox without scripts does so)");
        }
    }

    /** Whether there is no page to wait for. */
    boolean over() {
        return gate.unanswered().isPresent()
                || gate.main().filter(main -> main.status() / 100 == 3 || !main.html()).isPresent();
    }

    boolean quiet(Duration time) {
        return loaded && System.nanoTime() - active > time.toNanos();
    }

    Loaded loaded() {
        if (devTools.dropped() > droppedBefore) {
            missed("the page made the browser say more than is kept");
        }
        List<Unmade> unmade = new ArrayList<>(gate.unmade());
        unmade.addAll(sockets);
        reports.addAll(gate.reports());
        return new Loaded(
                gate.main(),
                gate.unanswered(),
                List.copyOf(violations),
                List.copyOf(scriptHashes),
                facts,
                unmade,
                reports,
                List.copyOf(missed));
    }
}
