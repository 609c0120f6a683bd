package dev.holdfast.secrets.verify;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the policy says about asking providers.
 *
 * @param hosts {@code secrets.verify.hosts}: who may be asked, exact hosts or {@code *.suffix}
 * @param endpoints {@code secrets.verify.endpoints}: where the API of a host stands instead
 * @param maxCalls {@code secrets.verify.maxCalls}: the most calls of one run
 * @param trusted the hosts at which an endpoint may stand, by somebody who is not the policy: it
 *     lies in the project that is scanned, and a project may not send keys where it likes
 */
public record AskingRules(
        List<String> hosts, Map<String, String> endpoints, int maxCalls, Set<String> trusted) {
    /** The environment variable that holds the trusted hosts, with commas between them. */
    public static final String TRUSTED = "HOLDFAST_VERIFY_ENDPOINTS";

    public AskingRules {
        hosts = List.copyOf(hosts);
        endpoints = Map.copyOf(endpoints);
        trusted = Set.copyOf(trusted);
    }

    /**
     * Refuses rules by which nobody can be asked, or that name a host that is nobody's: it would
     * stay silent for ever.
     *
     * @throws UserProblem with the hosts that can be named
     */
    void check(AllowList all) {
        Set<String> known = new TreeSet<>(all.hosts());
        all.suffixes().forEach(suffix -> known.add("*." + suffix));
        if (hosts.isEmpty()) {
            throw new UserProblem(
                    "secrets.verify.hosts in the policy is empty, so nobody may be asked whether a"
                            + " key lives",
                    "list those that may be under secrets.verify.hosts, as in hosts:"
                            + " [api.github.com, api.stripe.com]; "
                            + listed(known));
        }
        checkHosts(hosts, all, "secrets.verify.hosts in the policy");
        for (Map.Entry<String, String> endpoint : endpoints.entrySet()) {
            if (!all.hosts().contains(endpoint.getKey())) {
                throw unknown(
                        "secrets.verify.endpoints in the policy", endpoint.getKey(), all.hosts());
            }
            String stands = URI.create(endpoint.getValue()).getHost();
            if (!trusted.contains(stands)) {
                throw new UserProblem(
                        "secrets.verify.endpoints in the policy would send keys to "
                                + stands
                                + ", and whoever runs this has not said that it may",
                        "set " + TRUSTED + "=" + stands + " in the environment when it may");
            }
        }
    }

    /**
     * Refuses hosts at which no provider is asked.
     *
     * @param where they are named
     */
    static void checkHosts(List<String> hosts, AllowList all, String where) {
        Set<String> known = new TreeSet<>(all.hosts());
        all.suffixes().forEach(suffix -> known.add("*." + suffix));
        for (String host : hosts) {
            if (!known.contains(host) && !all.allows(host)) {
                throw unknown(where, host, known);
            }
        }
    }

    private static String listed(Set<String> known) {
        return known.size() + " hosts can be named, docs/secrets-verify.md lists them";
    }

    private static UserProblem unknown(String key, String host, Set<String> known) {
        Optional<String> near = Nearest.of(host, known);
        return new UserProblem(
                key + ": no provider is asked at '" + host + "'",
                near.map(each -> "did you mean '" + each + "'?").orElse(listed(known)));
    }
}
