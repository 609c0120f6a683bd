package dev.holdfast.probes.headers;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.headers.profile.Profile;
import dev.holdfast.probes.headers.rule.FrameReader;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.AnotherPage;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.GuardMarks;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.verdict.Observation;
import dev.holdfast.probes.verdict.Rules;
import dev.holdfast.probes.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the header fields of every kind of answer: the routes of the policy, a path that does
 * not exist, a wrong method, the way from http to https, OPTIONS, and what a stranger gets.
 */
public final class HeadersProbe implements Probe {
    private static final CheckInfo ANSWER =
            Rules.rule(
                    "headers.answer",
                    "An answer could not be judged",
                    Severity.INFO,
                    "There was no answer of the kind that the route's class promises.",
                    "What was not seen may lack every guard.",
                    "See why the service did not answer, give the route an identity, or mend its"
                            + " class in the policy.",
                    "CWE-693");

    private final PolicyJudge policies;
    private final boolean telling;
    private final HeadersJudge judge;
    private final StrangerCheck stranger = new StrangerCheck();

    /**
     * A probe.
     *
     * @param policies what judges content security policies
     * @param frames what reads who may frame a page out of them
     * @param telling whether it tells what it sees of policies, or only shows it in its tables,
     *     since another probe of the run tells it
     */
    public HeadersProbe(PolicyJudge policies, FrameReader frames, boolean telling) {
        this.policies = policies;
        this.telling = telling;
        this.judge = new HeadersJudge(frames);
    }

    @Override
    public String name() {
        return "headers";
    }

    @Override
    public List<CheckInfo> rules() {
        List<CheckInfo> all = new ArrayList<>(judge.rules());
        all.add(ANSWER);
        all.add(StrangerCheck.RULE);
        return List.copyOf(all);
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        Target target = session.target();
        Profile profile = Profile.named(target.profile());
        HeaderTable table = new HeaderTable(target.name());
        List<Observation> all = new ArrayList<>();
        for (Asked asked : Plan.of(session)) {
            switch (session.wire().send(asked.request())) {
                case Reply.Unanswered none ->
                        all.add(observed(asked, asked.judgedAs(), NoAnswer.of(ANSWER, none)));
                case Reply.Answered answered -> {
                    Optional<Finding> another = another(asked, answered.exchange());
                    if (another.isPresent()) {
                        all.add(observed(asked, asked.judgedAs(), another.get()));
                        continue;
                    }
                    Answer answer =
                            Answer.of(answered.exchange(), judgedAs(asked, answered.exchange()));
                    Demands demands = demands(session, profile, asked, answer);
                    List<Finding> findings =
                            judged(answer, demands, asked.subject() + " " + answer.status(), table);
                    promise(asked, answer).ifPresent(findings::add);
                    for (Finding each : WorstFirst.of(findings)) {
                        if (each.outcome() != Outcome.NOT_APPLICABLE) {
                            all.add(observed(asked, answer.routeClass(), each));
                        }
                    }
                    if (asked.why().isEmpty() && !answer.options()) {
                        stranger(session, asked, answer, profile, table, all);
                    }
                }
            }
        }
        return new Seen(all, List.of(table.brief(), table.exhibit()));
    }

    private void stranger(
            Session session,
            Asked asked,
            Answer own,
            Profile profile,
            HeaderTable table,
            List<Observation> all)
            throws InterruptedException {
        StrangerCheck.Result seen = stranger.look(session, asked.route(), own);
        seen.finding().ifPresent(each -> all.add(observed(asked, own.routeClass(), each)));
        if (seen.answer().isEmpty()) {
            return;
        }
        Exchange exchange = seen.answer().get();
        if (GuardMarks.inItsPlace(exchange.response()).isPresent()) {
            return;
        }
        RouteClass routeClass =
                exchange.response().status() >= 400
                        ? RouteClass.ERROR
                        : exchange.response().redirects() ? RouteClass.REDIRECT : own.routeClass();
        Answer answer = Answer.of(exchange, routeClass);
        Asked anonymous =
                new Asked(exchange.request(), asked.route(), routeClass, "without credentials");
        Demands demands = demands(session, profile, asked, answer);
        List<Finding> findings =
                judged(answer, demands, anonymous.subject() + " " + answer.status(), table);
        for (Finding each : WorstFirst.of(findings)) {
            if (each.outcome() != Outcome.NOT_APPLICABLE) {
                all.add(observed(anonymous, routeClass, each));
            }
        }
    }

    /** What is to be told of an answer; all that is seen of it goes into the table. */
    private List<Finding> judged(
            Answer answer, Demands demands, String subject, HeaderTable table) {
        List<Finding> told = new ArrayList<>(judge.judge(answer, demands));
        List<Finding> seen = new ArrayList<>(told);
        List<Finding> ofPolicies = policies.judge(answer.exchange(), answer.routeClass());
        seen.addAll(ofPolicies);
        table.add(answer, subject, seen);
        if (telling) {
            told.addAll(ofPolicies);
        }
        return told;
    }

    /** What the policy says of a route is said of its own kind of answer, not of its errors. */
    private static Demands demands(Session session, Profile profile, Asked asked, Answer answer) {
        boolean own =
                asked.judgedAs() == asked.route().routeClass()
                        && answer.routeClass() == asked.judgedAs();
        return new Demands(
                profile, session.target().headers(), own ? asked.route().headers() : List.of());
    }

    /** An error or a redirect is judged as what it is, whatever was hoped for. */
    private static RouteClass judgedAs(Asked asked, Exchange exchange) {
        if (exchange.request().method().equals("OPTIONS")) {
            return asked.judgedAs();
        }
        if (exchange.response().status() >= 400) {
            return RouteClass.ERROR;
        }
        if (exchange.response().redirects() && asked.judgedAs() != RouteClass.LOGOUT) {
            return RouteClass.REDIRECT;
        }
        return asked.judgedAs() == RouteClass.ERROR ? asked.route().routeClass() : asked.judgedAs();
    }

    /** Says so when the page of somebody else came in its place, which is not judged. */
    private static Optional<Finding> another(Asked asked, Exchange exchange) {
        return AnotherPage.of(asked.judgedAs(), exchange.response())
                .map(why -> Finding.unknown(ANSWER, why + ", so its own answer was not seen"));
    }

    /** Says so when a route did not give the kind of answer that its class promises. */
    private static Optional<Finding> promise(Asked asked, Answer answer) {
        boolean promised =
                switch (asked.judgedAs()) {
                    case PAGE, LOGIN, AUTHENTICATED, API, ADMIN, ASSET, DOWNLOAD, HEALTH -> true;
                    case LOGOUT, WEBHOOK, REDIRECT, REPORT, ERROR -> false;
                };
        if (!promised || answer.options()) {
            return Optional.empty();
        }
        if (answer.exchange().response().successful()) {
            return noPage(asked.judgedAs(), answer);
        }
        int status = answer.status();
        if (asked.request().identity().isEmpty()
                && (status == 401 || status == 403)
                && asked.route().guarded()) {
            return Optional.of(
                    Finding.notApplicable(
                            ANSWER,
                            "answered "
                                    + status
                                    + ", as the policy says of nobody; what it answers"
                                    + " to others was not seen, as the route has no identity"));
        }
        String missing =
                asked.route().identity().isEmpty()
                        ? "; the policy names no identity for the route"
                        : "";
        return Optional.of(
                Finding.unknown(
                        ANSWER,
                        "answered "
                                + answer.status()
                                + " instead of the "
                                + asked.judgedAs().word()
                                + missing));
    }

    /** Text where a page was promised is not judged as one, so that nothing of a page was seen. */
    private static Optional<Finding> noPage(RouteClass promised, Answer answer) {
        boolean page = promised == RouteClass.PAGE || promised == RouteClass.LOGIN;
        return answer.mediaType()
                .filter(type -> page && answer.content() && type.essence().equals("text/plain"))
                .map(type ->
                        Finding.unknown(
                                ANSWER, "came as " + type.essence() + " instead of a page"));
    }

    private static Observation observed(Asked asked, RouteClass routeClass, Finding finding) {
        return new Observation(
                asked.why().isEmpty() ? finding : noted(asked.why(), finding),
                asked.request().method(),
                asked.request().path(),
                asked.route().path(),
                routeClass);
    }

    /** Tells two answers under one address apart. */
    private static Finding noted(String why, Finding finding) {
        return new Finding(
                finding.rule(),
                finding.outcome(),
                finding.severity(),
                why + " " + finding.key(),
                why + ": " + finding.message(),
                finding.with("asked", why).properties());
    }
}
