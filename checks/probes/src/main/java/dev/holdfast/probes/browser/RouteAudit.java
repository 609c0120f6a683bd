package dev.holdfast.probes.browser;

import dev.holdfast.probes.report.ShownAddress;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.suggest.PageUse;
import dev.holdfast.probes.suggest.PolicyText;
import dev.holdfast.probes.suggest.Sighting;
import dev.holdfast.probes.suggest.Suggester;
import dev.holdfast.probes.suggest.Suggestion;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Loads the page of one route as often as it takes, and says what was seen. */
final class RouteAudit {
    // What a page does differently each time never ends; two rounds take what comes late.
    private static final int ROUNDS = 2;
    private static final int CLIENT_ERROR = 4;
    private static final int SUCCESS = 2;

    private final Session session;
    private final Route route;
    private final PageLoad page;

    RouteAudit(DevTools devTools, Session session, Route route) {
        this.session = session;
        this.route = route;
        this.page = new PageLoad(devTools, session, new Assets());
    }

    List<Finding> findings() throws BrowserProblem, InterruptedException {
        Loaded own = page.load(route, new Treatment.Own(), Optional.of(PlantedViolation.SCRIPT));
        Optional<Finding> noPage = noPage(own);
        if (noPage.isPresent()) {
            return List.of(noPage.get());
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(OwnPolicy.judge(own));
        findings.add(new ReportDelivery(session).judge(own));
        findings.add(suggested(own));
        return findings;
    }

    private Optional<Finding> noPage(Loaded load) {
        if (load.unanswered().isPresent()) {
            return Optional.of(NoAnswer.of(BrowserRules.NOT_RUN, load.unanswered().get()));
        }
        if (load.main().isEmpty()) {
            String why = load.missed().isEmpty() ? "it made no request" : load.missed().getFirst();
            return Optional.of(
                    Finding.unknown(BrowserRules.NOT_RUN, "the browser got no page: " + why));
        }
        MainDocument main = load.main().get();
        int kind = main.status() / 100;
        boolean right =
                kind == SUCCESS || (route.routeClass() == RouteClass.ERROR && kind == CLIENT_ERROR);
        if (!right) {
            String to =
                    main.fields()
                            .first("Location")
                            .map(place -> " and sends to " + ShownAddress.of(place))
                            .orElse("");
            return Optional.of(
                    Finding.unknown(
                            BrowserRules.NOT_RUN,
                            "the route answers %d%s, which is not its page"
                                    .formatted(main.status(), to)));
        }
        if (!main.html()) {
            return Optional.of(
                    Finding.notApplicable(BrowserRules.NOT_RUN, "the answer is no HTML page"));
        }
        if (load.facts().password()
                && (route.routeClass() == RouteClass.AUTHENTICATED
                        || route.routeClass() == RouteClass.ADMIN)) {
            return Optional.of(
                    Finding.unknown(
                            BrowserRules.NOT_RUN,
                            "the page has a field for a password: it may be the login page"));
        }
        return Optional.empty();
    }

    private Finding suggested(Loaded own) throws BrowserProblem, InterruptedException {
        Optional<String> first = own.main().flatMap(MainDocument::nonce);
        boolean strictDynamic = strictDynamic(own);
        Loaded watched =
                page.load(
                        route,
                        new Treatment.Watched(
                                nonce -> WatchingPolicy.text(fresh(nonce, first), strictDynamic)),
                        Optional.empty());
        Optional<String> second = watched.main().flatMap(MainDocument::nonce);
        boolean nonce = fresh(second, first).isPresent();
        Set<Sighting> seen = new LinkedHashSet<>();
        Set<String> links = new LinkedHashSet<>();
        Set<String> forms = new LinkedHashSet<>();
        SeenUse use = new SeenUse(seen, links, forms);
        use.add(watched);
        Loaded replayed = watched;
        Suggestion suggestion = suggest(own, use, nonce, nonce && strictDynamic);
        for (int round = 0; round < ROUNDS; round++) {
            Suggestion tried = suggest(own, use, nonce, nonce && strictDynamic);
            replayed =
                    page.load(
                            route,
                            new Treatment.Enforced(value -> tried.with(value.orElse("none"))),
                            Optional.empty());
            suggestion = tried;
            if (replayed.violations().isEmpty()) {
                break;
            }
            use.add(replayed);
        }
        boolean stale = first.isPresent() && first.equals(second);
        return SuggestedPolicy.judge(suggestion, replayed, watched, stale);
    }

    private Suggestion suggest(Loaded own, SeenUse use, boolean nonce, boolean strictDynamic) {
        return Suggester.suggest(
                new PageUse(
                        session.target().origin(),
                        nonce,
                        nonce && own.main().filter(MainDocument::styleNonce).isPresent(),
                        strictDynamic,
                        List.copyOf(use.sightings()),
                        List.copyOf(use.links()),
                        List.copyOf(use.forms()),
                        own.main().map(RouteAudit::kept).orElse(List.of())));
    }

    private static List<String> kept(MainDocument main) {
        List<String> kept = new ArrayList<>(PolicyText.kept(main.policies()));
        if (kept.stream().noneMatch(each -> each.startsWith("frame-ancestors"))) {
            boolean same =
                    main.fields()
                            .first("X-Frame-Options")
                            .filter(value -> value.strip().equalsIgnoreCase("SAMEORIGIN"))
                            .isPresent();
            kept.add("frame-ancestors " + (same ? "'self'" : "'none'"));
        }
        return kept;
    }

    private static boolean strictDynamic(Loaded own) {
        return own.main().stream()
                .flatMap(main -> main.policies().stream())
                .anyMatch(policy -> policy.toLowerCase(Locale.ROOT).contains("'strict-dynamic'"));
    }

    private static Optional<String> fresh(Optional<String> nonce, Optional<String> before) {
        return nonce.filter(value -> before.isPresent() && !before.get().equals(value));
    }
}
