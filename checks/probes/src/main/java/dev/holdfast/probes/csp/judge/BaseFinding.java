package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.match.Scene;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.PolicyParser;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether an injected base element makes the page's own trusted scripts come from elsewhere. */
public final class BaseFinding {
    private BaseFinding() {}

    /**
     * The finding; nothing when the page has no such script.
     *
     * @param nonces of the page's scripts that have a relative URL
     */
    public static Optional<Finding> of(Received received, Set<String> nonces) {
        if (nonces.isEmpty()) {
            return Optional.empty();
        }
        List<Policy> policies = new ArrayList<>(PolicyParser.headers(received.enforced()));
        policies.addAll(PolicyParser.metas(received.metas()));
        Scene scene = Scene.of(received.page());
        Verdicts verdicts = new Verdicts(policies, scene);
        Address foreign = scene.foreignScript();
        boolean taken =
                !policies.isEmpty()
                        && !verdicts.allowsScript(foreign)
                        && verdicts.allows(Sink.BASE)
                        && nonces.stream().anyMatch(nonce -> verdicts.allowsScript(foreign, nonce));
        String line = Line.of(Sink.BASE, "");
        return Optional.of(
                taken
                        ? Finding.fail(
                                        ScriptRules.BASE,
                                        "a script of the page with a nonce has a relative URL, and"
                                                + " an injected base element changes it: "
                                                + line)
                                .with("line", line)
                        : Finding.pass(
                                ScriptRules.BASE,
                                "an injected base element takes over no script of the page"));
    }
}
