package dev.holdfast.probes.csp;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.csp.judge.BaseFinding;
import dev.holdfast.probes.csp.judge.Judge;
import dev.holdfast.probes.csp.judge.Nonces;
import dev.holdfast.probes.csp.judge.PageNotes;
import dev.holdfast.probes.csp.judge.Received;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.AnotherPage;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges what one page answered when it was asked for several times. Pure. */
final class PageJudge {
    /** What is said when a page was not seen. */
    static final CheckInfo MAIN = Judge.rules().getFirst();

    static final String NO_DOCUMENT = "the answer is no document, so no script runs in it";

    private static final Set<String> MISTAKES =
            Set.of(
                    "csp.eval",
                    "csp.nonce",
                    "csp.hash",
                    "csp.ignored-source",
                    "csp.unknown-directive",
                    "csp.missing-semicolon",
                    "csp.duplicate-directive",
                    "csp.dropped-directive",
                    "csp.header-name",
                    "csp.meta",
                    "csp.nonce-mismatch");

    private final String page;
    private final RouteClass routeClass;

    /**
     * A page.
     *
     * @param page its URL
     */
    PageJudge(String page, RouteClass routeClass) {
        this.page = page;
        this.routeClass = routeClass;
    }

    /** Why the page was not seen although there was an answer; nothing when it was. */
    static Optional<Finding> unseen(RouteClass routeClass, Response response) {
        boolean expected =
                routeClass == RouteClass.ERROR ? response.status() >= 400 : response.successful();
        if (!expected) {
            return Optional.of(
                    Finding.unknown(
                            MAIN,
                            "answered "
                                    + response.status()
                                    + (routeClass == RouteClass.ERROR
                                            ? ", which is no error page"
                                            : ", so the page itself was not seen")));
        }
        Optional<String> another = AnotherPage.of(routeClass, response);
        if (another.isPresent()) {
            return Optional.of(
                    Finding.unknown(MAIN, another.get() + ", so the page itself was not seen"));
        }
        return HtmlPage.isDocument(response)
                ? Optional.empty()
                : Optional.of(Finding.notApplicable(MAIN, NO_DOCUMENT));
    }

    /** What takes effect, in the answer that lets most through. */
    Map<Sink, Boolean> allows(List<Exchange> exchanges) {
        return Judge.judgement(worst(exchanges)).allows();
    }

    List<Finding> findings(List<Exchange> exchanges) {
        Optional<Finding> other =
                exchanges.stream()
                        .flatMap(exchange -> unseen(routeClass, exchange.response()).stream())
                        .findFirst();
        if (other.isPresent()) {
            return List.of(
                    Finding.unknown(
                            MAIN,
                            "the page was not answered the same way every time: "
                                    + other.get().message()));
        }
        List<Finding> findings = new ArrayList<>(Judge.judge(worst(exchanges)));
        Exchange first = exchanges.getFirst();
        Received received = received(first);
        HtmlPage html = HtmlPage.of(first.response());
        BaseFinding.of(received, html.relativeScripts()).ifPresent(findings::add);
        // One answer alone does not show whether the next has another nonce.
        if (exchanges.size() > 1) {
            Nonces.freshness(exchanges.stream().map(this::received).toList())
                    .ifPresent(findings::add);
        }
        Nonces.caching(
                        exchanges.stream().map(this::received).toList(),
                        exchanges.stream().map(each -> each.response().fields()).toList(),
                        exchanges.getLast().at())
                .ifPresent(findings::add);
        PageNotes.of(received, html.nonces(), html.reportsInMeta(), first.response().body().cut())
                .forEach(findings::add);
        findings.replaceAll(PageJudge::mistake);
        return findings;
    }

    /**
     * A slip that takes effect from a policy is to be mended where somebody can mend it; in a
     * recording it stays a note, since nothing injected runs by it.
     */
    private static Finding mistake(Finding finding) {
        boolean note = finding.properties().containsKey("note");
        return note && MISTAKES.contains(finding.rule().id().value())
                ? new Finding(
                        finding.rule(),
                        Outcome.FAIL,
                        Severity.LOW,
                        finding.key(),
                        finding.message().replaceFirst("^note: ", ""),
                        finding.properties())
                : finding;
    }

    private Received worst(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(this::received)
                .max(Comparator.comparingLong(PageJudge::failures))
                .orElseThrow();
    }

    private static long failures(Received received) {
        List<Finding> findings = Judge.judge(received);
        boolean none =
                findings.getFirst().outcome() == Outcome.FAIL
                        && findings.getFirst().rule().equals(MAIN);
        return none
                ? Long.MAX_VALUE
                : findings.stream().filter(each -> each.outcome() == Outcome.FAIL).count();
    }

    private Received received(Exchange exchange) {
        Fields fields = exchange.response().fields();
        return new Received(
                fields.all("Content-Security-Policy"),
                fields.all("Content-Security-Policy-Report-Only"),
                HtmlPage.of(exchange.response()).policies(),
                page);
    }
}
