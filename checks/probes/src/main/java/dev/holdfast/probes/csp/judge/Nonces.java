package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.policy.Directive;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.PolicyParser;
import dev.holdfast.probes.csp.policy.SourceList;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.verdict.Finding;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether nonces are new in every response, and stay out of shared caches. */
public final class Nonces {
    private static final Set<String> SCRIPTS =
            Set.of("script-src", "script-src-elem", "default-src");
    private static final int TWO = 2;

    private Nonces() {}

    /** The nonces by which a response lets scripts run, in every policy together. */
    public static Set<String> of(Received received) {
        Set<String> nonces = new TreeSet<>();
        for (Policy policy : PolicyParser.headers(received.enforced())) {
            add(policy, nonces);
        }
        for (Policy policy : PolicyParser.metas(received.metas())) {
            add(policy, nonces);
        }
        return nonces;
    }

    private static void add(Policy policy, Set<String> nonces) {
        for (Directive directive : policy.directives().values()) {
            if (SCRIPTS.contains(directive.name())) {
                nonces.addAll(SourceList.of(directive).nonces());
            }
        }
    }

    /**
     * Whether the responses to one request, made several times, have nonces of their own; nothing
     * when no response has any. A nonce's value is never said.
     *
     * @param responses in the order in which they came
     */
    public static Optional<Finding> freshness(List<Received> responses) {
        List<Set<String>> all =
                responses.stream().map(Nonces::of).filter(nonces -> !nonces.isEmpty()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.size() < TWO) {
            return Optional.of(
                    Finding.unknown(
                            ScriptRules.NONCE_REPEATED,
                            "only one response had a nonce, so nobody can say whether it is new"
                                    + " every time"));
        }
        Set<String> seen = new HashSet<>();
        boolean repeated = false;
        for (Set<String> nonces : all) {
            for (String nonce : nonces) {
                repeated |= !seen.add(nonce);
            }
        }
        if (!repeated && Predictable.any(all)) {
            return Optional.of(
                    Finding.fail(
                            ScriptRules.NONCE_REPEATED,
                            "the nonces of "
                                    + all.size()
                                    + " responses differ by little, as a counter or a time does,"
                                    + " so the next one can be told: <script"
                                    + " nonce=…>alert(document.domain)</script>"));
        }
        return Optional.of(
                repeated
                        ? Finding.fail(
                                ScriptRules.NONCE_REPEATED,
                                "of "
                                        + all.size()
                                        + " responses at least two had the same nonce: <script"
                                        + " nonce=…>alert(document.domain)</script>")
                        : Finding.pass(
                                ScriptRules.NONCE_REPEATED,
                                all.size()
                                        + " responses had a nonce of their own each, and no two of"
                                        + " them are alike"));
    }

    /**
     * Whether the responses to one request, made several times, keep their nonces out of shared
     * caches; nothing when none has a nonce.
     *
     * @param responses in the order in which they came
     * @param fields their header fields, in the same order
     * @param now when the last one came
     */
    public static Optional<Finding> caching(
            List<Received> responses, List<Fields> fields, Instant now) {
        if (responses.stream().allMatch(each -> of(each).isEmpty())) {
            return Optional.empty();
        }
        for (int i = 0; i < responses.size(); i++) {
            if (of(responses.get(i)).isEmpty()) {
                continue;
            }
            Optional<String> trace = CacheTraces.of(fields.get(i));
            if (trace.isPresent()) {
                return Optional.of(
                        Finding.fail(
                                ScriptRules.NONCE_CACHED,
                                "a response with a nonce came from a cache, as its "
                                        + trace.get()
                                        + " says"));
            }
            Optional<String> shared = Caching.shared(fields.get(i), now);
            if (shared.isPresent()) {
                return Optional.of(
                        Finding.fail(
                                ScriptRules.NONCE_CACHED,
                                "a response has a nonce, and its " + shared.get()));
            }
        }
        return Optional.of(
                Finding.pass(
                        ScriptRules.NONCE_CACHED,
                        "no cache is told to share the response with a nonce"));
    }
}
