package dev.holdfast.probes.browser;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.report.ReportEndpoints;
import dev.holdfast.probes.report.ShownAddress;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides of every request of a page whether it is made, and makes it over the session's wire: GET
 * on the target's origin and nothing else. The browser has no other way out.
 */
final class Gate {
    private static final int MOST_REQUESTS = 400;
    private static final int MOST_NOTES = 200;
    // What says how a connection works and not what is asked for, and what the wire says itself.
    private static final Set<String> OWN =
            Set.of(
                    "host",
                    "user-agent",
                    "accept-encoding",
                    "connection",
                    "content-length",
                    "content-type",
                    "upgrade-insecure-requests",
                    "if-none-match",
                    "if-modified-since");
    private static final Set<String> TELLING =
            Set.of("Document", "Script", "Stylesheet", "XHR", "Fetch", "EventSource", "Other");

    private final Session session;
    private final Route route;
    private final String frame;
    private final Treatment treatment;
    private final Assets assets;
    private final Answers answers;
    private final List<Unmade> unmade = new ArrayList<>();
    private final List<SentReport> reports = new ArrayList<>();
    private @Nullable MainDocument main;
    private Reply.@Nullable Unanswered unanswered;
    private boolean asked;
    private boolean sealed;
    private int requests;

    /**
     * A gate for one load.
     *
     * @param frame the id of the page's main frame
     */
    Gate(
            Session session,
            Route route,
            String frame,
            Treatment treatment,
            Assets assets,
            Answers answers) {
        this.session = session;
        this.route = route;
        this.frame = frame;
        this.treatment = treatment;
        this.assets = assets;
        this.answers = answers;
    }

    /** From now on nothing is asked of the service. */
    void seal() {
        sealed = true;
    }

    String origin() {
        return session.target().origin();
    }

    boolean isMain(String id) {
        return frame.equals(id);
    }

    Optional<MainDocument> main() {
        return Optional.ofNullable(main);
    }

    Optional<Reply.Unanswered> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    List<Unmade> unmade() {
        return List.copyOf(unmade);
    }

    List<SentReport> reports() {
        return List.copyOf(reports);
    }

    /** Decides of one request. */
    void decide(Node paused) throws BrowserProblem, InterruptedException {
        String id = paused.at("requestId").text();
        String url = paused.at("request", "url").text();
        String kind = paused.at("resourceType").text();
        String method = paused.at("request", "method").text();
        if (kind.equals("CSPViolationReport")) {
            if (reports.size() < MOST_NOTES) {
                reports.add(SentReport.of(paused));
            }
            answers.refuse(id);
            return;
        }
        Optional<String> path = ReportEndpoints.path(url, session.target().origin());
        boolean page = kind.equals("Document") && paused.at("frameId").text().equals(frame);
        Optional<String> refusal = refusal(method, path, page);
        if (refusal.isPresent() || path.isEmpty()) {
            refuse(id, paused, refusal.orElse("not an address of the target"));
            return;
        }
        requests++;
        Optional<Response> known = assets.find(path.get());
        if (known.isPresent()) {
            answers.give(id, known.get().status(), known.get().fields(), known.get().body());
            return;
        }
        Reply reply = session.wire().send(request(path.get(), paused));
        switch (reply) {
            case Reply.Unanswered none -> {
                if (page) {
                    asked = true;
                    unanswered = none;
                    answers.refuse(id);
                } else {
                    refuse(id, paused, "no answer: " + none.words());
                }
            }
            case Reply.Answered answered when page -> page(id, answered.exchange().response());
            case Reply.Answered answered ->
                    part(id, kind, path.get(), paused, answered.exchange().response());
        }
    }

    private Optional<String> refusal(String method, Optional<String> path, boolean page) {
        if (sealed) {
            return Optional.of("after the load");
        }
        if (path.isEmpty()) {
            return Optional.of("not on the target's origin");
        }
        if (!method.equals("GET")) {
            return Optional.of("only GET is asked");
        }
        if (page && asked) {
            return Optional.of("the page sends its visitor on");
        }
        if (ends(path.get())) {
            return Optional.of("a route of class logout");
        }
        return requests >= MOST_REQUESTS
                ? Optional.of("more than " + MOST_REQUESTS + " requests")
                : Optional.empty();
    }

    private boolean ends(String path) {
        return session.target().routes().stream()
                .anyMatch(
                        each -> each.routeClass() == RouteClass.LOGOUT && each.path().equals(path));
    }

    private void page(String id, Response response) throws BrowserProblem, InterruptedException {
        asked = true;
        PageText text = new PageText(response.body().bytes());
        main = MainDocument.of(response, text);
        if (response.status() / 100 == 3 || !main.html()) {
            answers.refuse(id);
            return;
        }
        Optional<String> nonce = main.nonce();
        Fields fields = response.fields().without("Report-To").without("NEL");
        Fields bare = fields.without(MainDocument.ENFORCED).without(MainDocument.REPORT_ONLY);
        Body clean = new Body(text.withoutPolicies(), false);
        switch (treatment) {
            case Treatment.Own() -> answers.give(id, response.status(), fields, response.body());
            case Treatment.Watched watched ->
                    answers.give(
                            id,
                            response.status(),
                            bare.with(MainDocument.REPORT_ONLY, watched.policy().make(nonce)),
                            clean);
            case Treatment.Enforced enforced ->
                    answers.give(
                            id,
                            response.status(),
                            bare.with(MainDocument.ENFORCED, enforced.policy().make(nonce)),
                            clean);
        }
    }

    private void part(String id, String kind, String path, Node paused, Response response)
            throws BrowserProblem, InterruptedException {
        if (response.body().cut() || MainDocument.compressed(response)) {
            note(paused, "its body was not kept whole");
        } else {
            assets.keep(kind, path, response);
        }
        answers.give(id, response.status(), response.fields(), response.body());
    }

    private Request request(String path, Node paused) {
        Request request = Request.get(path);
        String identityHeader = "";
        if (route.caller().isPresent()) {
            request = request.as(route.caller().get());
            var identity = session.target().identities().get(route.caller().get());
            identityHeader = identity == null ? "" : identity.header();
        }
        for (Map.Entry<?, ?> header : paused.at("request", "headers").members().entrySet()) {
            String name = String.valueOf(header.getKey());
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OWN.contains(lower)
                    && !lower.startsWith("sec-ch-")
                    && !name.equalsIgnoreCase(identityHeader)
                    && sendable(String.valueOf(header.getValue()))) {
                request = request.with(name, String.valueOf(header.getValue()));
            }
        }
        return request;
    }

    private static boolean sendable(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7F));
    }

    private void refuse(String id, Node paused, String reason)
            throws BrowserProblem, InterruptedException {
        note(paused, reason);
        answers.refuse(id);
    }

    private void note(Node paused, String reason) {
        if (!sealed && unmade.size() < MOST_NOTES) {
            unmade.add(
                    new Unmade(
                            paused.at("request", "method").text(),
                            ShownAddress.of(paused.at("request", "url").text()),
                            reason,
                            tells(paused)));
        }
    }

    // A frame has its own page and its own policy; an image is looked at and that is all.
    private boolean tells(Node paused) {
        String kind = paused.at("resourceType").text();
        return TELLING.contains(kind)
                && (!kind.equals("Document") || paused.at("frameId").text().equals(frame))
                && !paused.at("request", "url").text().endsWith("/favicon.ico");
    }
}
