package dev.holdfast.probes.jwt;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.JwtRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sends forged tokens to every route that takes tokens (T-2). */
public final class JwtProbe implements Probe {
    private final KeyMaker keys;

    /** The probe. */
    public JwtProbe() {
        this(KeyMaker.FRESH);
    }

    JwtProbe(KeyMaker keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "jwt";
    }

    @Override
    public List<CheckInfo> rules() {
        return Stream.concat(JwtRuleSet.all().stream(), ClaimRuleSet.all().stream()).toList();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> seen = new ArrayList<>();
        for (Route route : session.target().routes()) {
            if (route.jwt().isPresent()) {
                Place place = Place.of("GET", route);
                look(session, route, route.jwt().get())
                        .forEach(finding -> seen.add(place.saw(finding)));
            }
        }
        if (seen.isEmpty()) {
            seen.add(Place.without("jwt", JwtRuleSet.VALID, "GET", RouteClass.API, session));
        }
        return Seen.of(seen);
    }

    private List<Finding> look(Session session, Route route, JwtRules rules)
            throws InterruptedException {
        if (!route.methods().contains("GET")) {
            return List.of(
                    Finding.notApplicable(
                            JwtRuleSet.VALID,
                            "tokens are tried with GET only, which the route's methods do not"
                                    + " hold"));
        }
        if (rules.canary().isEmpty()) {
            return List.of(
                    Finding.notApplicable(
                            JwtRuleSet.VALID, "the policy says no jwt.canary for this route"));
        }
        Optional<Algorithm> algorithm = Algorithm.of(rules.algorithm());
        if (algorithm.isEmpty()) {
            return List.of(
                    Finding.notApplicable(
                            JwtRuleSet.VALID,
                            "jwt.alg of the policy is none that tokens are signed by"));
        }
        if (rules.keyVariable().isEmpty()) {
            return List.of(
                    Finding.notApplicable(
                            JwtRuleSet.VALID, "the policy says no jwt.key.env for this route"));
        }
        Optional<String> text = session.secrets().of(rules.keyVariable());
        if (text.isEmpty()) {
            return List.of(
                    Finding.unknown(
                            JwtRuleSet.VALID,
                            "the environment variable "
                                    + rules.keyVariable()
                                    + " is not set; put the key that signs test tokens there"));
        }
        Optional<SigningKey> key = Keys.read(text.get(), algorithm.get());
        if (key.isEmpty()) {
            return List.of(
                    Finding.unknown(
                            JwtRuleSet.VALID,
                            "what is in the variable "
                                    + rules.keyVariable()
                                    + " is no private key in PEM (PKCS#8) for "
                                    + rules.algorithm()));
        }
        List<Finding> findings = new ArrayList<>();
        if (algorithm.get().symmetric()) {
            findings.add(WeakSecret.of(text.get(), rules.keyVariable(), algorithm.get()));
        }
        Forge forge =
                new Forge(
                        rules,
                        algorithm.get(),
                        key.get(),
                        session.clock().instant(),
                        session.random());
        findings.addAll(new JwtTrial(session, route, forge, keys).run());
        return findings;
    }
}
