package dev.holdfast.probes.browser;

import dev.holdfast.probes.wire.Reply;
import java.util.List;
import java.util.Optional;

/**
 * One load of a page.
 *
 * @param main what the route answered
 * @param unanswered why it did not
 * @param violations in the order in which they were told, each once
 * @param scriptHashes of inline scripts that a policy stopped, as the browser wrote them
 * @param unmade requests that were not made
 * @param missed why the page was not seen to the end; empty when it was
 */
record Loaded(
        Optional<MainDocument> main,
        Optional<Reply.Unanswered> unanswered,
        List<Violation> violations,
        List<String> scriptHashes,
        PageFacts facts,
        List<Unmade> unmade,
        List<SentReport> reports,
        List<String> missed) {
    Loaded {
        violations = List.copyOf(violations);
        scriptHashes = List.copyOf(scriptHashes);
        unmade = List.copyOf(unmade);
        reports = List.copyOf(reports);
        missed = List.copyOf(missed);
    }
}
