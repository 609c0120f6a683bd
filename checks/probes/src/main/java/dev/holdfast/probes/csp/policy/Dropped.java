package dev.holdfast.probes.csp.policy;

/**
 * A directive that a browser throws away as a whole.
 *
 * @param name in lower case
 */
public record Dropped(Cause cause, String name) {
    /** Why it was thrown away. */
    public enum Cause {
        /** A directive of that name stood before it (CSP3, section 2.2.1). */
        DUPLICATE,
        /**
         * A character of its value is neither visible ASCII nor white space (CSP3, section 2.3,
         * directive-value).
         */
        UNREADABLE,
        /** A directive that a meta element may not carry (CSP3, section 3.3). */
        NOT_IN_META
    }
}
