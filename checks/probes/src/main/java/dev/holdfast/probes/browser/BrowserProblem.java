package dev.holdfast.probes.browser;

/** The browser did not do what it was told, or did not answer in time. Says so in one line. */
public final class BrowserProblem extends Exception {
    private static final long serialVersionUID = 1L;

    BrowserProblem(String message) {
        super(message);
    }

    BrowserProblem(String message, Throwable cause) {
        super(message, cause);
    }

    /** What happened. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
