package dev.holdfast.probes.browser;

import java.util.Optional;

/** What is done to a page's policies before the browser sees the page. */
sealed interface Treatment {
    /** Nothing. */
    record Own() implements Treatment {}

    /** All are taken away, and another one only watches. */
    record Watched(PolicyMaker policy) implements Treatment {}

    /** All are taken away, and another one is enforced. */
    record Enforced(PolicyMaker policy) implements Treatment {}

    /** Makes the policy for one answer. */
    @FunctionalInterface
    interface PolicyMaker {
        /**
         * The value of the header field.
         *
         * @param nonce that the server put into this answer
         */
        String make(Optional<String> nonce);
    }
}
