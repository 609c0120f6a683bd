package dev.holdfast.probes.csp.policy;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sources of one directive (CSP3, section 2.3.1). */
public final class SourceList {
    private final Directive written;
    private final List<Source> sources;
    private final Set<Source.Word> words = new HashSet<>();
    private final Set<String> nonces = new HashSet<>();
    private final Set<Source.Hashed> hashed = EnumSet.noneOf(Source.Hashed.class);

    private SourceList(Directive written, List<Source> sources) {
        this.written = written;
        this.sources = sources;
        for (Source source : sources) {
            switch (source) {
                case Source.Keyword keyword -> words.add(keyword.word());
                case Source.Nonce nonce -> nonces.add(nonce.value());
                case Source.Hash hash -> hashed.add(hash.hashed());
                case Source.Star _, Source.Scheme _, Source.Host _, Source.Invalid _ -> {}
            }
        }
    }

    /** The sources of that directive; {@code 'none'} beside others is nothing. */
    public static SourceList of(Directive directive) {
        return new SourceList(
                directive, directive.tokens().stream().map(SourceParser::parse).toList());
    }

    /** All of them in their order, what a browser ignores too. */
    public List<Source> sources() {
        return sources;
    }

    /** Whether it has that keyword. */
    public boolean has(Source.Word word) {
        return words.contains(word);
    }

    /** Whether it has a hash of that. */
    public boolean has(Source.Hashed what) {
        return hashed.contains(what);
    }

    /** The directive that they are of. */
    public String directive() {
        return written.name();
    }

    /** The source at that place as it was written. */
    public String text(int place) {
        return written.tokens().get(place);
    }

    /**
     * Whether it has {@code 'strict-dynamic'} where a browser takes it: in what speaks for scripts.
     */
    public boolean strictDynamic() {
        return has(Source.Word.STRICT_DYNAMIC)
                && (directive().startsWith("script-src") || directive().equals("default-src"));
    }

    /** The nonces of a form that a browser takes. */
    public Set<String> nonces() {
        return Set.copyOf(nonces);
    }

    /** Whether it has that nonce. */
    public boolean hasNonce(String nonce) {
        return nonces.contains(nonce);
    }

    /** Whether it has a nonce or a hash, so that {@code 'unsafe-inline'} counts no more. */
    public boolean hasNonceOrHash() {
        return has(Source.Hashed.CONTENT) || !nonces.isEmpty();
    }
}
