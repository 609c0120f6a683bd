package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is to be said of a page together with its policies. */
public final class PageNotes {
    private PageNotes() {}

    /**
     * The notes.
     *
     * @param carried the nonces of the page's script elements
     * @param reportsInMeta whether a meta element carries a report-only policy
     * @param cut whether only the page's beginning was read
     */
    public static List<Finding> of(
            Received received, Set<String> carried, boolean reportsInMeta, boolean cut) {
        List<Finding> findings = new ArrayList<>();
        Set<String> named = Nonces.of(received);
        long strangers = carried.stream().filter(nonce -> !named.contains(nonce)).count();
        Notes notes = new Notes();
        if (!named.isEmpty() && strangers > 0) {
            notes.say(
                    NoteRules.NONCE_MISMATCH,
                    "the page's scripts carry "
                            + strangers
                            + (strangers == 1 ? " nonce" : " nonces")
                            + " that no policy names, so they do not run");
        }
        if (reportsInMeta) {
            notes.say(NoteRules.PAGE, "a report-only policy in a meta element does nothing");
        }
        if (cut) {
            notes.say(NoteRules.PAGE, "only the page's beginning was read");
        }
        notes.addTo(findings);
        return findings;
    }
}
