package dev.holdfast.probes.cors;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.cors.RouteVerdict.Notes;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether caches can keep answers to different origins apart (Fetch standard, "CORS protocol and
 * HTTP caches"): an answer that is the same for every origin, {@code *} or a fixed one, needs no
 * {@code Vary}; any other does, also the one to a request without an origin.
 */
final class VaryVerdict {
    /** What a cache may keep without being told to (RFC 9110, section 15.1). */
    private static final Set<Integer> KEPT =
            Set.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501);

    private VaryVerdict() {}

    static void judge(Trials trials, Notes notes) {
        CheckInfo rule = CorsChecks.VARY;
        if (trials.main().preflight()) {
            notes.add(Finding.notApplicable(rule, "no cache keeps answers to OPTIONS"));
            return;
        }
        List<Trial> seen =
                trials.fromMain().filter(trial -> trial.blocked(rule).isEmpty()).toList();
        boolean differs =
                seen.stream()
                                .map(trial -> trial.sharing().flatMap(Sharing::value))
                                .distinct()
                                .count()
                        > 1;
        Optional<Trial> mixed = seen.stream().filter(VaryVerdict::mixed).findFirst();
        if (differs && mixed.isPresent()) {
            boolean credentials = seen.stream().anyMatch(VaryVerdict::withCredentials);
            notes.add(
                    Finding.fail(
                                    rule,
                                    "the answer differs by Origin, and the one to "
                                            + mixed.get().origin().words()
                                            + " has no Vary: Origin ("
                                            + mixed.get().at().words()
                                            + ")")
                            .as(credentials ? Severity.MEDIUM : Severity.LOW));
            return;
        }
        String good =
                differs
                        ? "the answer differs by Origin, and caches keep them apart"
                        : "every origin gets the same, so none is needed";
        notes.add(
                RouteVerdict.blocked(rule, trials.strangers())
                        .findFirst()
                        .orElseGet(() -> Finding.pass(rule, good)));
    }

    private static boolean mixed(Trial trial) {
        return trial.response().filter(response -> KEPT.contains(response.status())).isPresent()
                && trial.sharing().filter(sharing -> !sharing.keptApart()).isPresent();
    }

    private static boolean withCredentials(Trial trial) {
        return trial.sharing().filter(Sharing::withCredentials).isPresent();
    }
}
