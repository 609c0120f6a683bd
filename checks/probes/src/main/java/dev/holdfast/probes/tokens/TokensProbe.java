package dev.holdfast.probes.tokens;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.TokenRules;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Refreshes a session, sends a used refresh token again, and ends another session. */
public final class TokensProbe implements Probe {
    /** The probe. */
    public TokensProbe() {}

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public List<CheckInfo> rules() {
        return TokensRuleSet.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        String section = "probes.targets." + session.target().name() + ".tokens";
        if (session.target().tokens().isEmpty()) {
            return none("the policy says no " + section);
        }
        TokenRules rules = session.target().tokens().get();
        if (rules.refresh().isEmpty() || rules.refreshVariable().isEmpty()) {
            return none(
                    "the policy says no "
                            + section
                            + ".refresh with a path and the variable of a refresh token");
        }
        if (!session.destructive()) {
            return none(
                    "a refresh uses a token up: it needs destructive: true in the policy and"
                            + " --allow-destructive");
        }
        if (session.readable()) {
            return none(
                    "the refresh token in "
                            + rules.refreshVariable().get()
                            + " would go over http for everybody to read; give the target an https"
                            + " url");
        }
        List<Observation> seen = new ArrayList<>();
        Place refresh = Place.of("POST", rules.refresh().get(), RouteClass.API);
        Sessions sessions = new Sessions(session, rules);
        OtherSession other =
                new OtherSession(sessions, rules.logoutVariable().flatMap(session.secrets()::of));
        Refusals refusals = new Refusals(other);
        for (Finding finding : rotation(session, rules, sessions, refusals)) {
            seen.add(refresh.saw(finding));
        }
        Place logout = Place.of("POST", rules.logout().orElse("/"), RouteClass.LOGOUT);
        for (Finding finding :
                new LogoutTrial(session, rules, sessions, other, refusals, section).run()) {
            seen.add(logout.saw(finding));
        }
        return Seen.of(seen);
    }

    private static List<Finding> rotation(
            Session session, TokenRules rules, Sessions sessions, Refusals refusals)
            throws InterruptedException {
        String variable = rules.refreshVariable().orElse("");
        Optional<String> token = session.secrets().of(variable);
        if (token.isEmpty()) {
            return List.of(
                    Finding.unknown(
                            TokensRuleSet.REFRESH,
                            "the environment variable "
                                    + variable
                                    + " is not set; put the refresh token of a session there"));
        }
        return new RotationTrial(sessions, rules, variable, refusals, session.clock())
                .run(token.get());
    }

    private static Seen none(String why) {
        Observation none =
                Place.of("POST", "/", RouteClass.API)
                        .saw(Finding.notApplicable(TokensRuleSet.REFRESH, why));
        return Seen.of(List.of(none));
    }
}
