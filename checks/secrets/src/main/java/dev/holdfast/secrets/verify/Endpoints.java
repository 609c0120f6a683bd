package dev.holdfast.secrets.verify;

import java.util.Map;

/**
 * Where the API of a host stands when it is not at that host: a server of one's own, or a relay
 * that alone may leave the network.
 *
 * @param byHost scheme, authority and the beginning of the path, without a slash at its end
 */
record Endpoints(Map<String, String> byHost) {
    static final Endpoints NONE = new Endpoints(Map.of());

    Endpoints {
        byHost = Map.copyOf(byHost);
    }

    /** What the path of a call to that host is appended to: https and the default port, else. */
    String of(String host) {
        String named = byHost.get(host);
        return named == null ? "https://" + host : named.replaceFirst("/+$", "");
    }
}
