package dev.holdfast.probes.browser;

import java.util.Optional;

/**
 * The policy that forbids everything and only watches, so that a violation is told of everything
 * that a page uses. Each directive stands by its own name: a violation is then told by it.
 */
final class WatchingPolicy {
    private WatchingPolicy() {}

    static String text(Optional<String> nonce, boolean strictDynamic) {
        String trusted = nonce.map(value -> " 'nonce-" + value + "'").orElse("");
        String more = nonce.isPresent() && strictDynamic ? " 'strict-dynamic'" : "";
        String script = trusted.isEmpty() ? " 'none'" : trusted + more;
        String style = trusted.isEmpty() ? " 'none'" : trusted;
        return "default-src 'none'; script-src 'none'; script-src-elem"
                + script
                + "; script-src-attr 'none'; style-src-elem"
                + style
                + "; style-src-attr 'none'; img-src 'none'; font-src 'none'; connect-src 'none';"
                + " media-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none';"
                + " manifest-src 'none'; base-uri 'none'; form-action 'none'";
    }
}
