package dev.holdfast.probes.browser;

import dev.holdfast.probes.suggest.Suggestion;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/** Judges the load of a page with the policy that was made for it. */
final class SuggestedPolicy {
    private SuggestedPolicy() {}

    static Finding judge(
            Suggestion suggestion, Loaded replayed, Loaded watched, boolean staleNonce) {
        List<String> weaknesses = new ArrayList<>(suggestion.weaknesses());
        if (staleNonce) {
            weaknesses.add(
                    "the server sends the same nonce twice, so the policy has hashes in its place");
        }
        List<String> missed = new ArrayList<>(Told.missed(watched));
        Told.missed(replayed).stream().filter(each -> !missed.contains(each)).forEach(missed::add);
        if (replayed.facts().metaPolicies() > 0) {
            missed.add("the page adds a policy in a meta element by itself");
        }
        Finding finding;
        if (replayed.main().isEmpty()) {
            finding =
                    Finding.unknown(
                            BrowserRules.SUGGESTED,
                            "the page was not loaded again, so the policy was not tried");
        } else if (!replayed.violations().isEmpty()) {
            finding =
                    Finding.unknown(
                            BrowserRules.SUGGESTED,
                            "%d violations are left with the suggested policy: %s"
                                    .formatted(
                                            replayed.violations().size(),
                                            Told.few(Told.violations(replayed.violations()))));
        } else if (!missed.isEmpty()) {
            finding =
                    Finding.unknown(
                            BrowserRules.SUGGESTED,
                            "no violation with the suggested policy, but not all was seen: "
                                    + Told.few(missed));
        } else {
            finding =
                    Finding.pass(
                            BrowserRules.SUGGESTED,
                            "no violation while the page is loaded with the suggested policy"
                                    + (weaknesses.isEmpty()
                                            ? ""
                                            : ", which is weak: " + Told.few(weaknesses)));
        }
        return Told.with(finding, replayed)
                .with("policy", suggestion.text())
                .with("weaknesses", weaknesses)
                .with("left", replayed.violations().size())
                .with("violations", Told.properties(replayed.violations()));
    }
}
