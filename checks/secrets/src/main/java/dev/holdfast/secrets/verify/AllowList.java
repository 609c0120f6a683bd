package dev.holdfast.secrets.verify;

import java.util.Optional;
import java.util.Set;

/**
 * The hosts that may be asked. It begins as the hosts of the reviewed data and can only shrink.
 *
 * @param hosts exact hosts
 * @param suffixes suffixes under which one label may stand
 */
record AllowList(Set<String> hosts, Set<String> suffixes, Optional<Set<String>> chosen) {

    AllowList {
        hosts = Set.copyOf(hosts);
        suffixes = Set.copyOf(suffixes);
        chosen = chosen.map(Set::copyOf);
    }

    /** The same, left with what a policy names: hosts, or suffixes as {@code *.suffix}. */
    AllowList narrowedTo(Set<String> names) {
        return new AllowList(hosts, suffixes, Optional.of(names));
    }

    boolean allows(String host) {
        if (hosts.contains(host)) {
            return chosen.isEmpty() || chosen.get().contains(host);
        }
        return suffixes.stream()
                .anyMatch(suffix ->
                        HostRule.isUnder(host, suffix)
                                && (chosen.isEmpty()
                                        || chosen.get().contains("*." + suffix)
                                        || chosen.get().contains(host)));
    }
}
