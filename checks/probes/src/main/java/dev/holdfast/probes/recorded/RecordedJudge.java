package dev.holdfast.probes.recorded;

import dev.holdfast.probes.cookies.CookiesJudge;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.headers.HeadersJudge;
import dev.holdfast.probes.headers.PolicyJudge;
import dev.holdfast.probes.headers.WorstFirst;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.headers.rule.FrameReader;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges recorded exchanges: header fields, cookies, policies, and what one answer tells of CORS.
 */
public final class RecordedJudge {
    private final Demands demands;
    private final PolicyJudge policies;
    private final CorsGlance cors;
    private final Clock clock;
    private final HeadersJudge headers;
    private final CookiesJudge cookies = new CookiesJudge();

    /**
     * A judge.
     *
     * @param frames what reads who may frame a page out of its policies
     * @param clock for cookies that end at a date
     */
    public RecordedJudge(
            Demands demands,
            PolicyJudge policies,
            FrameReader frames,
            CorsGlance cors,
            Clock clock) {
        this.headers = new HeadersJudge(frames);
        this.demands = demands;
        this.policies = policies;
        this.cors = cors;
        this.clock = clock;
    }

    /**
     * Judges one; worst first.
     *
     * @return its findings, each with the properties {@code class} and, when nobody said it, {@code
     *     classGuessed}
     */
    public List<Finding> judge(RecordedExchange recorded) {
        RouteClass routeClass = routeClass(recorded);
        boolean guessed = recorded.routeClass().isEmpty();
        Exchange exchange = recorded.exchange(clock.instant());
        List<Finding> findings =
                new ArrayList<>(headers.judge(Answer.of(exchange, routeClass), demands));
        findings.addAll(cookies.judge(exchange, Map.of()));
        findings.addAll(policies.judge(exchange, routeClass));
        findings.addAll(cors.judge(exchange));
        return WorstFirst.of(
                findings.stream()
                        .map(each -> each.with("class", routeClass.word()))
                        .map(each -> guessed ? each.with("classGuessed", true) : each)
                        .toList());
    }

    /** The class that the line says, or that its address, status and content make it. */
    public static RouteClass routeClass(RecordedExchange recorded) {
        return recorded.routeClass().orElseGet(() -> ClassWord.guess(recorded));
    }
}
