package dev.holdfast.rls.demand;

/** What a condition asks of a row, the strictest first. */
public enum Strength {
    /** It lets nothing pass. */
    NEVER,
    /** It depends on the row, on who asks, or on what cannot be decided here. */
    DEPENDS,
    /** It asks only whether somebody is signed in, and lets every row pass then. */
    SIGNED_IN,
    /** It lets everything pass. */
    ALWAYS;

    /** Of both conditions at once. */
    public Strength and(Strength other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Of one of the conditions. */
    public Strength or(Strength other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it does not look at the row. */
    public boolean ignoresRow() {
        return this == SIGNED_IN || this == ALWAYS;
    }
}
