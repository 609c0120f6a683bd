package dev.holdfast.probes.csp.match;

import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.SourceList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a browser lets through under a list of policies: what every one of them allows (CSP3,
 * section 4.2).
 */
public final class Verdicts {
    private final List<PolicyMatch> policies;
    private final Scene scene;
    private final boolean scriptless;

    /** Of a page and policies that are enforced. */
    public Verdicts(List<Policy> policies, Scene scene) {
        this.policies =
                policies.stream().map(policy -> new PolicyMatch(policy, scene.page())).toList();
        this.scene = scene;
        this.scriptless = this.policies.stream().anyMatch(PolicyMatch::scriptless);
    }

    /** One answer for each sink. */
    public Map<Sink, Boolean> all() {
        Map<Sink, Boolean> all = new EnumMap<>(Sink.class);
        for (Sink sink : Sink.values()) {
            all.put(sink, allows(sink));
        }
        return Collections.unmodifiableMap(all);
    }

    /** Whether it takes effect. */
    public boolean allows(Sink sink) {
        return sink == Sink.EVAL ? eval() : policies.stream().allMatch(rule(sink));
    }

    /**
     * With Trusted Types only {@code 'trusted-types-eval'} of any policy counts, and Chromium then
     * evaluates strings too.
     */
    private boolean eval() {
        if (scriptless) {
            return false;
        }
        return policies.stream().anyMatch(PolicyMatch::trustedTypes)
                ? policies.stream().anyMatch(PolicyMatch::trustedTypesEval)
                : policies.stream().allMatch(PolicyMatch::eval);
    }

    /** Whether a sandbox keeps every script from running. */
    public boolean scriptless() {
        return scriptless;
    }

    /** Whether a script element with that URL runs. */
    public boolean allowsScript(Address url) {
        if (scriptless) {
            return false;
        }
        // Asked for every known host of every recorded policy.
        for (PolicyMatch policy : policies) {
            if (!policy.script(url)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a script element with that URL and that nonce runs. */
    public boolean allowsScript(Address url, String nonce) {
        return !scriptless
                && policies.stream().allMatch(policy -> policy.scriptWithNonce(url, nonce));
    }

    /**
     * What each policy says of a kind of script, one for each; nothing where it has no directive
     * that speaks for it.
     */
    public List<Optional<SourceList>> speaking(Sink sink) {
        Fallback fallback =
                switch (sink) {
                    case ATTR -> Fallback.SCRIPT_ATTRIBUTE;
                    case EVAL -> Fallback.EVAL;
                    case STYLE -> Fallback.STYLE_ELEMENT;
                    case STYLE_ATTR -> Fallback.STYLE_ATTRIBUTE;
                    case IMG -> Fallback.IMAGE;
                    case CONNECT -> Fallback.CONNECT;
                    case FRAME -> Fallback.FRAME;
                    case OBJECT -> Fallback.OBJECT;
                    case BASE -> Fallback.BASE;
                    case INLINE, WRONG_NONCE, JSURL, SELF, EVIL, DATA -> Fallback.SCRIPT_ELEMENT;
                };
        return policies.stream().map(policy -> policy.list(fallback)).toList();
    }

    /** The source by which a script element with that URL is allowed, as it was written. */
    public Optional<String> source(Address url) {
        return policies.stream()
                .map(policy -> policy.scriptSource(url))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Predicate<PolicyMatch> rule(Sink sink) {
        return switch (sink) {
            case INLINE -> runs(policy -> policy.inline(Fallback.SCRIPT_ELEMENT));
            case WRONG_NONCE -> runs(policy -> policy.inlineWithNonce(scene.wrongNonce()));
            case ATTR -> runs(policy -> policy.inline(Fallback.SCRIPT_ATTRIBUTE));
            case JSURL ->
                    runs(policy ->
                            policy.inline(Fallback.SCRIPT_ELEMENT) && !policy.trustedTypes());
            case SELF -> runs(policy -> policy.script(scene.ownScript()));
            case EVIL -> runs(policy -> policy.script(scene.foreignScript()));
            case DATA -> runs(policy -> policy.script(scene.dataScript()));
            case EVAL -> _ -> eval();
            case STYLE -> policy -> policy.inline(Fallback.STYLE_ELEMENT);
            case STYLE_ATTR -> policy -> policy.inline(Fallback.STYLE_ATTRIBUTE);
            case IMG -> policy -> policy.fetch(Fallback.IMAGE, scene.foreignImage());
            case CONNECT -> runs(policy -> policy.fetch(Fallback.CONNECT, scene.foreignFetch()));
            case FRAME -> policy -> policy.frame(scene.foreignFrame());
            case OBJECT ->
                    policy ->
                            policy.fetch(Fallback.OBJECT, scene.foreignObject())
                                    && policy.frame(scene.foreignObject());
            case BASE -> policy -> policy.fetch(Fallback.BASE, scene.foreignBase());
        };
    }

    private static Predicate<PolicyMatch> runs(Predicate<PolicyMatch> rule) {
        return policy -> !policy.scriptless() && rule.test(policy);
    }
}
