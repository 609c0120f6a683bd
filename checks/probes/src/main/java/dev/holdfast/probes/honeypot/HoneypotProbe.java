package dev.holdfast.probes.honeypot;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.answer.Pause;
import dev.holdfast.probes.answer.Place;
import dev.holdfast.probes.session.Probe;
import dev.holdfast.probes.session.Seen;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.HoneypotRules;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Observation;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the paths that only a scanner asks for (T-7). To be run last of all probes: the service
 * may ban the runner's address, as it should.
 */
public final class HoneypotProbe implements Probe {
    private final Pause pause;

    /**
     * The probe.
     *
     * @param pause how to wait for an effect
     */
    public HoneypotProbe(Pause pause) {
        this.pause = pause;
    }

    @Override
    public String name() {
        return "honeypot";
    }

    @Override
    public List<CheckInfo> rules() {
        return HoneypotRuleSet.all();
    }

    @Override
    public Seen run(Session session) throws InterruptedException {
        Optional<HoneypotRules> rules =
                session.target().honeypot().filter(each -> !each.paths().isEmpty());
        if (rules.isEmpty()) {
            return nothing(
                    "the policy says no probes.targets."
                            + session.target().name()
                            + ".honeypot with paths");
        }
        if (!session.destructive()) {
            return nothing(
                    "a honeypot may ban the runner: it is asked only with destructive: true in the"
                            + " policy and --allow-destructive");
        }
        return Seen.of(new HoneypotTrial(session, rules.get(), pause).run());
    }

    private static Seen nothing(String why) {
        Observation none =
                Place.of("GET", "/", RouteClass.PAGE)
                        .saw(Finding.notApplicable(HoneypotRuleSet.EFFECT, why));
        return Seen.of(List.of(none));
    }
}
