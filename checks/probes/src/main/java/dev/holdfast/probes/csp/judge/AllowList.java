package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.verdict.Finding;
import java.util.List;
import java.util.Optional;

/** Whether the hosts that may serve scripts serve everybody's. */
final class AllowList {
    private static final int SHOWN = 4;

    private AllowList() {}

    static Finding finding(Verdicts verdicts) {
        List<KnownHost> open =
                namesHosts(verdicts)
                        ? KnownHosts.all().stream()
                                .filter(host -> verdicts.allowsScript(host.address()))
                                .toList()
                        : List.of();
        if (open.isEmpty()) {
            return Finding.pass(
                    ScriptRules.ALLOW_LIST,
                    "no host on the list is known to serve anybody's scripts");
        }
        String words =
                String.join(
                        "; ", open.stream().limit(SHOWN).map(KnownHost::words).distinct().toList());
        String line = open.getFirst().line();
        return Finding.fail(ScriptRules.ALLOW_LIST, words + ": " + line)
                .with("line", line)
                .with("reason", open.getFirst().reason())
                .with(
                        "hosts",
                        open.stream().map(each -> each.address().host()).distinct().toList());
    }

    private static boolean namesHosts(Verdicts verdicts) {
        return verdicts.speaking(Sink.EVIL).stream()
                .flatMap(Optional::stream)
                .flatMap(list -> list.sources().stream())
                .anyMatch(source -> source instanceof Source.Host);
    }
}
