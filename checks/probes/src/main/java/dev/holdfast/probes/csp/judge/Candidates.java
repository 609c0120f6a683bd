package dev.holdfast.probes.csp.judge;

import dev.holdfast.probes.csp.match.Address;
import dev.holdfast.probes.csp.match.Sink;
import dev.holdfast.probes.csp.match.Verdicts;
import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.csp.policy.SourceList;
import java.util.Optional;
import java.util.stream.Stream;

/** Scripts of hosts that anybody may own, made from the sources that are as wide as that. */
final class Candidates {
    // More wide sources in one policy change nothing; each costs a look at every source.
    private static final int MOST = 40;

    private final Verdicts verdicts;
    private final OpenNames names;

    Candidates(Verdicts verdicts, OpenNames names) {
        this.verdicts = verdicts;
        this.names = names;
    }

    /** A script of a host that an attacker owns and that runs. */
    Optional<Candidate> anyHost(Address usual) {
        if (verdicts.allowsScript(usual)) {
            return Optional.of(candidate(usual));
        }
        return verdicts.speaking(Sink.EVIL).stream()
                .flatMap(Optional::stream)
                .map(SourceList::sources)
                .flatMap(sources -> sources.stream().flatMap(this::of).limit(MOST))
                .filter(address -> verdicts.allowsScript(address))
                .map(Candidates::candidate)
                .findFirst();
    }

    private static Candidate candidate(Address address) {
        String url = address.url();
        return new Candidate(address, address.scheme() + "://" + address.host(), Line.script(url));
    }

    private Stream<Address> of(Source source) {
        return source instanceof Source.Host host && host.below() && isOpen(host.host())
                ? Stream.of(address(host))
                : Stream.empty();
    }

    /** Whether others may own a name below that one; of whose customers is said elsewhere. */
    private boolean isOpen(String host) {
        return names.isOpen(host) && !OpenNames.isLocal(host) && !KnownHosts.below(host);
    }

    /** A script that the source means. */
    static Address address(Source.Host host) {
        String scheme = host.scheme().orElse("https");
        int port =
                switch (host.port()) {
                    case Source.Port.Fixed number -> number.value();
                    case Source.Port.Any _, Source.Port.Usual _ -> scheme.equals("http") ? 80 : 443;
                };
        String name =
                host.host().isEmpty()
                        ? "evil.test"
                        : host.below() ? "evil." + host.host() : host.host();
        String path =
                host.path().isEmpty() || host.path().endsWith("/")
                        ? host.path() + (host.path().isEmpty() ? "/evil.js" : "evil.js")
                        : host.path();
        return new Address(scheme, name, port, path);
    }
}
