package dev.holdfast.probes.target;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that may be probed, as the policy file names it.
 *
 * @param scheme {@code http} or {@code https}
 * @param host its name or literal address, in lower case, IPv6 without brackets
 * @param environment the policy's label
 * @param production whether that label is taken for a production environment
 * @param owner who answers for it
 * @param connect where to connect instead of the name's address
 * @param plain where http is asked to see the redirect to https, instead of the host's port 80
 * @param ca a file of trust anchors beside the JDK's
 * @param destructive the policy's half of the permission to change something
 * @param profile the built-in expectations: {@code owasp}, {@code asvs-l2} or {@code helmet-strict}
 * @param headers what is expected of header fields by class, beside the profile
 * @param identities by name, in the order of the policy
 */
public record Target(
        String name,
        String scheme,
        String host,
        int port,
        String environment,
        boolean production,
        Optional<String> owner,
        Network network,
        Optional<HostPort> connect,
        Optional<HostPort> plain,
        Optional<Path> ca,
        boolean destructive,
        Limits limits,
        String profile,
        Map<RouteClass, List<HeaderExpectation>> headers,
        Optional<CorsRules> cors,
        Map<String, CallerIdentity> identities,
        Optional<MaintenanceRules> maintenance,
        Optional<HoneypotRules> honeypot,
        Optional<TokenRules> tokens,
        List<Route> routes) {

    /** The identity that is nobody. */
    public static final String ANONYMOUS = "anonymous";

    public Target {
        headers = Map.copyOf(headers);
        identities = Collections.unmodifiableMap(new LinkedHashMap<>(identities));
        routes = List.copyOf(routes);
    }

    /** The origin, without the port that its scheme has anyway. */
    public String origin() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return scheme + "://" + shown + (usual ? "" : ":" + port);
    }

    /** Whether it is asked over TLS. */
    public boolean secure() {
        return scheme.equals("https");
    }

    /** Who may read a route's answers from another origin, when the policy says so. */
    public Optional<CorsRules> cors(Route route) {
        return route.cors().or(() -> cors);
    }
}
