package dev.holdfast.probes.csp.judge;

import java.util.Set;

/**
 * The nonces of a page's scripts whose URLs an injected base element may change.
 *
 * @param named of scripts that name a relative URL, or import one: a nonce goes with both
 * @param loading of inline scripts that make a script element with a relative URL; it runs under
 *     {@code 'strict-dynamic'}
 * @param unseen of inline scripts that make a script element, nobody knows with which URL
 */
public record RelativeScripts(Set<String> named, Set<String> loading, Set<String> unseen) {
    /** No such script. */
    public static final RelativeScripts NONE = new RelativeScripts(Set.of(), Set.of(), Set.of());

    public RelativeScripts {
        named = Set.copyOf(named);
        loading = Set.copyOf(loading);
        unseen = Set.copyOf(unseen);
    }
}
