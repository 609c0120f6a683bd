package dev.holdfast.probes.csp;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.csp.judge.Judge;
import dev.holdfast.probes.csp.judge.Received;
import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.match.Framers;
import dev.holdfast.probes.csp.match.Scene;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.PolicyParser;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser makes of Content Security Policies. Pure; takes any text, in time that grows with
 * its length.
 */
public final class Csp {
    private Csp() {}

    /**
     * What takes effect on {@value Received#VICTIM} under these header values, all enforced.
     *
     * @param values one for each Content-Security-Policy line, as received
     */
    public static Map<Sink, Boolean> allows(List<String> values) {
        return new Verdicts(PolicyParser.headers(values), Scene.of(Received.VICTIM)).all();
    }

    /**
     * What the policies of one response mean, failures first.
     *
     * @throws IllegalArgumentException when the page's URL is none
     */
    public static List<Finding> judge(Received received) {
        return Judge.judge(received);
    }

    /** The same of one exchange, whatever it is; an answer that is no page is not concerned. */
    public static List<Finding> judge(Exchange exchange, RouteClass routeClass) {
        Response response = exchange.response();
        if (response.redirects() || !HtmlPage.isDocument(response)) {
            return List.of(Finding.notApplicable(PageJudge.MAIN, PageJudge.NO_DOCUMENT));
        }
        RouteClass judged = response.successful() ? routeClass : RouteClass.ERROR;
        return new PageJudge(exchange.url(), judged).findings(List.of(exchange));
    }

    /**
     * Who may frame the page; nothing when no policy has frame-ancestors.
     *
     * @param values one for each Content-Security-Policy line, as received
     * @param page its URL; one that is none means a page that nobody knows
     */
    public static Optional<Framers> framers(List<String> values, String page) {
        return Framers.of(PolicyParser.headers(values), address(page));
    }

    private static Address address(String page) {
        try {
            return Address.of(page);
        } catch (IllegalArgumentException none) {
            return Address.of(Received.VICTIM);
        }
    }

    /** What every id means that is reported. */
    public static List<CheckInfo> rules() {
        return Judge.rules();
    }
}
