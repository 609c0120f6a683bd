package dev.holdfast.probes.csp.policy;

import java.util.Optional;

/** One source expression (CSP3, section 2.3.1). */
public sealed interface Source {
    /** {@code *} alone. */
    record Star() implements Source {}

    /**
     * A scheme, {@code https:}.
     *
     * @param name in lower case, without the colon
     */
    record Scheme(String name) implements Source {}

    /**
     * A host.
     *
     * @param scheme in lower case, when it names one
     * @param host in lower case, without the {@code *.} before it; empty for {@code *}
     * @param below whether it begins with {@code *.}, or is {@code *}
     * @param path as written, empty when it has none
     */
    record Host(Optional<String> scheme, String host, boolean below, Port port, String path)
            implements Source {
        /** Whether it means every host. */
        public boolean everywhere() {
            return below && host.isEmpty();
        }
    }

    /** The port of a host source. */
    sealed interface Port {
        /** None named: that of the scheme. */
        record Usual() implements Port {}

        /** {@code :*}. */
        record Any() implements Port {}

        /**
         * A number, from 0 to the largest int: Chromium takes its lower 16 bits for the port, but
         * upgrades only 80 itself.
         */
        record Fixed(int value) implements Port {}
    }

    /** A keyword in quotes. */
    record Keyword(Word word) implements Source {}

    /** {@code 'nonce-…'}. */
    record Nonce(String value) implements Source {}

    /**
     * {@code 'sha256-…'}, {@code 'url-sha256-…'} or {@code 'eval-sha256-…'}.
     *
     * @param bits 256, 384 or 512
     * @param digest as written
     */
    record Hash(Hashed hashed, int bits, String digest) implements Source {}

    /** What was hashed (CSP3, section 2.3.1; of URLs and of evaluated strings since 2025). */
    enum Hashed {
        CONTENT,
        URL,
        EVAL
    }

    /** What a browser ignores. */
    record Invalid(String text) implements Source {}

    /** The keywords that a browser knows. */
    enum Word {
        SELF("'self'"),
        NONE("'none'"),
        UNSAFE_INLINE("'unsafe-inline'"),
        UNSAFE_EVAL("'unsafe-eval'"),
        WASM_UNSAFE_EVAL("'wasm-unsafe-eval'"),
        TRUSTED_TYPES_EVAL("'trusted-types-eval'"),
        STRICT_DYNAMIC("'strict-dynamic'"),
        UNSAFE_HASHES("'unsafe-hashes'"),
        REPORT_SAMPLE("'report-sample'"),
        REPORT_SHA256("'report-sha256'"),
        REPORT_SHA384("'report-sha384'"),
        REPORT_SHA512("'report-sha512'"),
        INLINE_SPECULATION_RULES("'inline-speculation-rules'"),
        UNSAFE_WEBTRANSPORT_HASHES("'unsafe-webtransport-hashes'"),
        UNSAFE_ALLOW_REDIRECTS("'unsafe-allow-redirects'");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        /** As it is written, in lower case, with its quotes. */
        public String text() {
            return text;
        }
    }
}
