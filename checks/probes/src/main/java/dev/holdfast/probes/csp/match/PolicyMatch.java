package dev.holdfast.probes.csp.match;

import dev.holdfast.probes.csp.policy.Directive;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.csp.policy.SourceList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one policy lets through on a page. */
final class PolicyMatch {
    private final Policy policy;
    private final SourceMatch match;
    private final SourceMatch frames;
    private final Map<Fallback, Optional<SourceList>> lists = new EnumMap<>(Fallback.class);

    PolicyMatch(Policy policy, Address page) {
        this.policy = policy;
        this.match = new SourceMatch(page, SourceMatch.Asker.RENDERER);
        this.frames = new SourceMatch(page, SourceMatch.Asker.BROWSER);
    }

    /** The sources that speak for it, or nothing when none do and everything is allowed. */
    Optional<SourceList> list(Fallback fallback) {
        return lists.computeIfAbsent(
                fallback, key -> policy.first(key.names()).map(SourceList::of));
    }

    /** Section 6.7.3.2: whether any inline code is allowed, whatever it says. */
    boolean inline(Fallback fallback) {
        return list(fallback)
                .map(list ->
                        list.has(Source.Word.UNSAFE_INLINE)
                                && !list.hasNonceOrHash()
                                && !list.strictDynamic())
                .orElse(true);
    }

    /** An inline script element with that nonce. */
    boolean inlineWithNonce(String nonce) {
        return inline(Fallback.SCRIPT_ELEMENT)
                || list(Fallback.SCRIPT_ELEMENT).map(list -> list.hasNonce(nonce)).orElse(true);
    }

    /** A script element in the page's markup with that URL. */
    boolean script(Address url) {
        return list(Fallback.SCRIPT_ELEMENT)
                .map(list -> !list.strictDynamic() && match.matches(list, url))
                .orElse(true);
    }

    /** The source by which such a script element is allowed, as it was written. */
    Optional<String> scriptSource(Address url) {
        return list(Fallback.SCRIPT_ELEMENT)
                .filter(list -> match.matches(list, url))
                .map(list -> list.text(match.find(list, url)));
    }

    /** A script element in the page's markup with that URL and a nonce that the policy names. */
    boolean scriptWithNonce(Address url, String nonce) {
        return script(url)
                || list(Fallback.SCRIPT_ELEMENT).map(list -> list.hasNonce(nonce)).orElse(true);
    }

    /** Something fetched from that URL. */
    boolean fetch(Fallback fallback, Address url) {
        return list(fallback).map(list -> match.matches(list, url)).orElse(true);
    }

    /** A document in a frame. */
    boolean frame(Address url) {
        return list(Fallback.FRAME).map(list -> frames.matches(list, url)).orElse(true);
    }

    /** Whether it allows eval where nothing is asked of the type of what is evaluated. */
    boolean eval() {
        return list(Fallback.EVAL)
                .map(list -> list.has(Source.Word.UNSAFE_EVAL) && !list.has(Source.Hashed.EVAL))
                .orElse(true);
    }

    /** Whether it has {@code 'trusted-types-eval'} where that speaks for eval. */
    boolean trustedTypesEval() {
        return list(Fallback.EVAL)
                .map(list -> list.has(Source.Word.TRUSTED_TYPES_EVAL))
                .orElse(false);
    }

    /** Whether strings may not become scripts (Trusted Types, require-trusted-types-for). */
    boolean trustedTypes() {
        return policy.directive("require-trusted-types-for")
                .map(directive -> directive.tokens().contains("'script'"))
                .orElse(false);
    }

    /** Whether it sandboxes the page and does not allow scripts in it. */
    boolean scriptless() {
        return sandboxWithout("allow-scripts");
    }

    private boolean sandboxWithout(String token) {
        Optional<Directive> sandbox = policy.directive("sandbox");
        return sandbox.isPresent()
                && sandbox.get().tokens().stream()
                        .noneMatch(each -> each.toLowerCase(Locale.ROOT).equals(token));
    }
}
