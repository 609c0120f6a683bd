package dev.holdfast.commands.report;

/**
 * What a writer may vary.
 *
 * @param colour whether words also have colour (text only)
 * @param quiet whether only what blocks is said (text only)
 * @param history what earlier runs found (html only)
 */
public record ReportOptions(boolean colour, boolean quiet, TrendHistory history) {

    /** No colour, everything said, no history. */
    public static ReportOptions plain() {
        return new ReportOptions(false, false, TrendHistory.EMPTY);
    }

    /** The same for a terminal. */
    public ReportOptions onTerminal(boolean withColour, boolean onlyBlocking) {
        return new ReportOptions(withColour, onlyBlocking, history);
    }

    /** The same with what earlier runs found. */
    public ReportOptions withHistory(TrendHistory earlier) {
        return new ReportOptions(colour, quiet, earlier);
    }
}
