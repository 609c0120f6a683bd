package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the hosts that may serve scripts serve everybody's. */
final class AllowList {
    private static final int SHOWN = 4;

    private AllowList() {}

    /**
     * The finding.
     *
     * @param page the page's own address
     */
    static Finding finding(Verdicts verdicts, Address page) {
        List<Source.Host> sources = sources(verdicts);
        List<KnownHost> open = new ArrayList<>(KnownHosts.named(sources.stream()));
        if (!OpenNames.isLocal(page.host())) {
            // More of them change nothing, and each costs a look at every source.
            sources.stream()
                    .flatMap(source -> local(source).stream())
                    .limit(SHOWN)
                    .forEach(open::add);
        }
        open.removeIf(host -> !verdicts.allowsScript(host.address()));
        if (open.isEmpty()) {
            return Finding.pass(
                    ScriptRules.ALLOW_LIST,
                    "no host on the list is known to serve anybody's scripts");
        }
        String words =
                String.join(
                        "; ", open.stream().map(KnownHost::words).distinct().limit(SHOWN).toList());
        String line = open.getFirst().line();
        return Finding.fail(ScriptRules.ALLOW_LIST, words + ": " + line)
                .with("line", line)
                .with("reason", open.getFirst().reason())
                .with(
                        "hosts",
                        open.stream().map(each -> each.address().host()).distinct().toList());
    }

    private static Optional<KnownHost> local(Source.Host source) {
        if (source.host().isEmpty() || !OpenNames.isLocal(source.host())) {
            return Optional.empty();
        }
        Address address = Candidates.address(source);
        return Optional.of(
                new KnownHost(
                        KnownHost.Kind.LOCAL,
                        address.url(),
                        address,
                        "the name is the visitor's own machine (RFC 6761, section 6.3)"));
    }

    private static List<Source.Host> sources(Verdicts verdicts) {
        return verdicts.speaking(Sink.EVIL).stream()
                .flatMap(Optional::stream)
                .flatMap(list -> list.sources().stream())
                .filter(Source.Host.class::isInstance)
                .map(Source.Host.class::cast)
                .toList();
    }
}
