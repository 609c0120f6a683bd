package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.match.Scene;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.PolicyParser;
import dev.holdfast.probes.csp.policy.SourceList;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an injected base element makes the page's own trusted scripts come from elsewhere. */
public final class BaseFinding {
    private static final String LINE = Line.of(Sink.BASE, "");

    private final Verdicts verdicts;
    private final Address foreign;
    private final boolean open;

    private BaseFinding(List<Policy> policies, Scene scene) {
        this.verdicts = new Verdicts(policies, scene);
        this.foreign = scene.foreignScript();
        this.open =
                !policies.isEmpty()
                        && !verdicts.allowsScript(foreign)
                        && verdicts.allows(Sink.BASE);
    }

    /** The finding; nothing when the page has no such script. */
    public static Optional<Finding> of(Received received, RelativeScripts scripts) {
        List<Policy> policies = new ArrayList<>(PolicyParser.headers(received.enforced()));
        policies.addAll(PolicyParser.metas(received.metas()));
        return new BaseFinding(policies, Scene.of(received.page())).of(scripts);
    }

    private Optional<Finding> of(RelativeScripts scripts) {
        if (open && anyRuns(scripts.named())) {
            return Optional.of(
                    taken("a script of the page with a nonce has or imports a relative URL"));
        }
        if (open && dynamic() && anyRuns(scripts.loading())) {
            return Optional.of(
                    taken(
                            "a script of the page loads another with a relative URL, which"
                                    + " 'strict-dynamic' lets run"));
        }
        if (open && dynamic() && anyRuns(scripts.unseen())) {
            return Optional.of(
                    Finding.pass(
                                    ScriptRules.BASE,
                                    "note: a script of the page loads others under"
                                            + " 'strict-dynamic', and its text does not show from"
                                            + " where; an injected base element changes those with"
                                            + " a relative URL: "
                                            + LINE)
                            .with("note", true));
        }
        return scripts.named().isEmpty() && scripts.loading().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Finding.pass(
                                ScriptRules.BASE,
                                "an injected base element takes over no script of the page"));
    }

    private static Finding taken(String what) {
        return Finding.fail(
                        ScriptRules.BASE,
                        what + ", and an injected base element changes it: " + LINE)
                .with("line", LINE);
    }

    private boolean anyRuns(Set<String> nonces) {
        return nonces.stream().anyMatch(nonce -> verdicts.allowsScript(foreign, nonce));
    }

    /** Whether every policy lets a script run that a trusted script makes. */
    private boolean dynamic() {
        return verdicts.speaking(Sink.EVIL).stream()
                .flatMap(Optional::stream)
                .allMatch(SourceList::strictDynamic);
    }
}
