package dev.holdfast.probes.browser;

/**
 * A request of a page that was not made, or got no answer.
 *
 * @param address without its query
 * @param reason why, in a few words
 * @param tells whether what a page does could depend on it: a script, a style sheet, data
 */
record Unmade(String method, String address, String reason, boolean tells) {
    String words() {
        return method + " " + address + ": " + reason;
    }
}
