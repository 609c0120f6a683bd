package dev.holdfast.probes.csp.match;

import dev.holdfast.probes.csp.policy.Directive;
import dev.holdfast.probes.csp.policy.Policy;
import dev.holdfast.probes.csp.policy.Source;
import dev.holdfast.probes.csp.policy.SourceList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Who may frame a page by the frame-ancestors of its policies (CSP3, section 6.4.2). All policies
 * must let a frame in, so a strange site is tried on all of them together.
 *
 * @param sources as they were written, of the policy that lets the fewest in
 * @param open whether anybody who wants to can have a site that may frame the page
 */
public record Framers(List<String> sources, boolean open) {
    private static final String NAME = "frame-ancestors";
    private static final String STRANGER = "holdfast-stranger";

    /** A site of whom nobody knows; no policy names it. */
    private static final String ANYWHERE = STRANGER + ".com";

    /** No header of use has more; it bounds the work on hostile ones. */
    private static final int MOST = 24;

    /** Names below which nobody can buy one (RFC 6761, RFC 6762, RFC 9476 and usage). */
    private static final Set<String> NOT_FOR_SALE =
            Set.of(
                    "localhost",
                    "test",
                    "example",
                    "invalid",
                    "local",
                    "internal",
                    "intranet",
                    "lan",
                    "corp",
                    "home",
                    "private",
                    "alt",
                    "onion",
                    "arpa");

    public Framers {
        sources = List.copyOf(sources);
    }

    /**
     * What the policies say, or nothing when none has the directive.
     *
     * @param policies of header fields
     * @param self the page
     */
    public static Optional<Framers> of(List<Policy> policies, Address self) {
        List<Directive> written =
                policies.stream().flatMap(each -> each.directive(NAME).stream()).toList();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        List<SourceList> lists = written.stream().map(SourceList::of).toList();
        SourceMatch match = new SourceMatch(self, SourceMatch.Asker.BROWSER);
        boolean open =
                strangers(lists).stream()
                        .anyMatch(
                                site -> lists.stream().allMatch(list -> match.matches(list, site)));
        Directive shown =
                written.stream()
                        .filter(each -> !open(each, match))
                        .findFirst()
                        .orElse(written.getFirst());
        return Optional.of(new Framers(shown.tokens(), open));
    }

    private static boolean open(Directive one, SourceMatch match) {
        SourceList list = SourceList.of(one);
        return strangers(List.of(list)).stream().anyMatch(site -> match.matches(list, site));
    }

    /** Sites that anybody can have: on any port, below every name that is sold. */
    private static Set<Address> strangers(List<SourceList> lists) {
        Set<String> hosts = new LinkedHashSet<>(Set.of(ANYWHERE));
        Set<Integer> ports = new LinkedHashSet<>(List.of(443, 80));
        for (SourceList list : lists) {
            for (Source source : list.sources()) {
                if (source instanceof Source.Host host) {
                    if (host.below() && !host.everywhere() && sold(host.host())) {
                        add(hosts, STRANGER + "." + host.host());
                    }
                    if (host.port() instanceof Source.Port.Fixed fixed) {
                        add(ports, fixed.value());
                    }
                }
            }
        }
        Set<Address> sites = new LinkedHashSet<>();
        for (String host : hosts) {
            for (int port : ports) {
                sites.add(new Address("https", host, port, "/"));
                sites.add(new Address("http", host, port, "/"));
            }
        }
        return sites;
    }

    private static <T> void add(Set<T> all, T one) {
        if (all.size() < MOST) {
            all.add(one);
        }
    }

    /** Whether names are given out below the domain (Public Suffix List). */
    private static boolean sold(String domain) {
        String last = domain.substring(domain.lastIndexOf('.') + 1);
        if (NOT_FOR_SALE.contains(last)) {
            return false;
        }
        HttpUrl url = HttpUrl.parse("https://" + domain + "/");
        return url != null && url.topPrivateDomain() == null;
    }
}
