package dev.holdfast.core.result;

/**
 * What became of one result. Every result is exactly one of these, and only {@link #PASS} says that
 * something was looked at and found good.
 */
public enum Outcome {
    /** Looked at, and good. */
    PASS("pass", "pass"),
    /** Looked at, and not good. */
    FAIL("fail", "fail"),
    /** The rule does not concern this place, for a reason that the message gives. */
    NOT_APPLICABLE("not-applicable", "notApplicable"),
    /** Not looked at, or not to the end: nobody can say. */
    UNKNOWN("unknown", "unknown"),
    /** The check itself broke. */
    ERROR("error", "error"),
    /** A failing or unknown result that a valid waiver accepts until its last day. */
    WAIVED("waived", "waived"),
    /** A failing result that was there when the baseline was made. */
    BASELINED("baselined", "baselined");

    private final String word;
    private final String summaryKey;

    Outcome(String word, String summaryKey) {
        this.word = word;
        this.summaryKey = summaryKey;
    }

    /** The word used in every report. */
    public String word() {
        return word;
    }

    /** The key of this outcome in the summary object of {@code holdfast.report/v1}. */
    public String summaryKey() {
        return summaryKey;
    }

    /** Whether this outcome says that something was looked at (see {@link Result#looked()}). */
    public boolean looked() {
        return switch (this) {
            case PASS, FAIL, WAIVED, BASELINED -> true;
            case NOT_APPLICABLE, UNKNOWN, ERROR -> false;
        };
    }
}
