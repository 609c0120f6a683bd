package dev.holdfast.probes.cors;

/**
 * An origin to ask with.
 *
 * @param value of the field {@code Origin}; empty for no field
 */
record TrialOrigin(Kind kind, String value) {
    static final TrialOrigin NONE = new TrialOrigin(Kind.NONE, "");
    static final TrialOrigin FOREIGN = new TrialOrigin(Kind.FOREIGN, "https://evil.test");

    static final TrialOrigin NULL = new TrialOrigin(Kind.NULL, "null");

    /** As a report says it. */
    String words() {
        return value.isEmpty() ? "no Origin" : "Origin " + value;
    }
}
