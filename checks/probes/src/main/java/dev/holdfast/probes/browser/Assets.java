package dev.holdfast.probes.browser;

import dev.holdfast.probes.exchange.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scripts, styles, images and fonts of a route, so that each is asked for once. Bounded. */
final class Assets {
    private static final Set<String> KINDS = Set.of("Script", "Stylesheet", "Image", "Font");
    private static final int MOST_BYTES = 64 << 20;

    private final Map<String, Response> kept = new HashMap<>();
    private int bytes;

    Optional<Response> find(String path) {
        return Optional.ofNullable(kept.get(path));
    }

    void keep(String kind, String path, Response response) {
        int size = response.body().size();
        if (KINDS.contains(kind) && response.successful() && bytes + size <= MOST_BYTES) {
            bytes += size;
            kept.put(path, response);
        }
    }
}
