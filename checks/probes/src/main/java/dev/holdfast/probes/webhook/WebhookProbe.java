package dev.holdfast.probes.webhook;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.WebhookRules;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends forged, stale and repeated events to every webhook of the target (T-1). */
public final class WebhookProbe implements Probe {
    private final Pause pause;

    /**
     * The probe.
     *
     * @param pause how to wait for an effect
     */
    public WebhookProbe(Pause pause) {
        this.pause = pause;
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public List<CheckInfo> rules() {
        return WebhookRuleSet.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        List<Observation> seen = new ArrayList<>();
        boolean any = false;
        for (Route route : session.target().routes()) {
            if (route.webhook().isPresent()) {
                any = true;
                Place place = Place.of("POST", route);
                look(session, route, route.webhook().get())
                        .forEach(finding -> seen.add(place.saw(finding)));
            }
        }
        if (!any) {
            seen.add(
                    Place.without(
                            "webhook", WebhookRuleSet.VALID, "POST", RouteClass.WEBHOOK, session));
        }
        return Seen.of(seen);
    }

    private List<Finding> look(Session session, Route route, WebhookRules rules)
            throws InterruptedException {
        if (session.passive()) {
            return only(
                    Finding.notApplicable(
                            WebhookRuleSet.VALID,
                            "nothing is sent to a webhook of a production environment unless the"
                                    + " policy says destructive: true and the command line"
                                    + " --allow-destructive"));
        }
        Optional<Scheme> scheme = Schemes.of(rules);
        if (scheme.isEmpty()) {
            return only(
                    Finding.notApplicable(
                            WebhookRuleSet.VALID,
                            "webhook.scheme of the policy is none of stripe, standard-webhooks,"
                                    + " github, slack, hmac"));
        }
        if (rules.secretVariable().isEmpty()) {
            return only(
                    Finding.notApplicable(
                            WebhookRuleSet.VALID, "the policy says no webhook.secret.env"));
        }
        Optional<String> secret = session.secrets().of(rules.secretVariable());
        if (secret.isEmpty()) {
            return only(
                    Finding.unknown(
                            WebhookRuleSet.VALID,
                            "the environment variable "
                                    + rules.secretVariable()
                                    + " is not set; put the webhook's secret there"));
        }
        Optional<byte[]> key = scheme.get().key(secret.get());
        if (key.isEmpty()) {
            return only(
                    Finding.unknown(
                            WebhookRuleSet.VALID,
                            "what is in the variable "
                                    + rules.secretVariable()
                                    + " is no secret of Standard Webhooks: Base64 after whsec_"));
        }
        Signer signer = new Signer(scheme.get(), route.path(), key.get());
        WebhookTrial trial = new WebhookTrial(session, rules, pause);
        return session.destructive() ? trial.of(signer) : trial.withoutRightEvent(signer);
    }

    private static List<Finding> only(Finding finding) {
        return List.of(finding);
    }
}
