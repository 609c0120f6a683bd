package dev.holdfast.probes.access;

import dev.holdfast.probes.verdict.Admission;

/**
 * One way that a caller tried.
 *
 * @param how for a report: {@code GET /admin/}
 * @param plainly whether it was answered as the plain request was, so that it says nothing more
 */
record Attempt(String how, Admission admission, boolean plainly) {
    String words() {
        return how + " was " + admission.words();
    }
}
