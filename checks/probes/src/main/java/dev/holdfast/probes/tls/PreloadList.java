package dev.holdfast.probes.tls;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.problem.UserProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that browsers ask over https from the first visit on: Chromium's {@code
 * transport_security_state_static.json}, or names line by line.
 */
public final class PreloadList {
    // Whether an entry holds for what is below it, too.
    private final Map<String, Boolean> entries;

    private PreloadList(Map<String, Boolean> entries) {
        this.entries = Map.copyOf(entries);
    }

    /**
     * Reads a list.
     *
     * @param name what a message calls it
     * @throws UserProblem when it is none
     */
    public static PreloadList read(String text, String name) {
        String data =
                text.lines()
                        .filter(line -> !line.stripLeading().startsWith("//"))
                        .collect(Collectors.joining("\n"));
        Map<String, Boolean> entries =
                data.stripLeading().startsWith("{") ? chromium(data, name) : names(data);
        if (entries.isEmpty()) {
            throw new UserProblem(
                    name + ": no entry of a preload list",
                    "give Chromium's transport_security_state_static.json, or one host a line");
        }
        return new PreloadList(entries);
    }

    /** The entry that covers a host, when there is one. */
    Optional<String> covering(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean itself = true;
        while (!name.isEmpty()) {
            Boolean below = entries.get(name);
            if (below != null && (itself || below)) {
                return Optional.of(name);
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
            itself = false;
        }
        return Optional.empty();
    }

    private static Map<String, Boolean> names(String data) {
        Map<String, Boolean> entries = new HashMap<>();
        data.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> entries.put(line, true));
        return entries;
    }

    private static Map<String, Boolean> chromium(String data, String name) {
        Map<String, @Nullable Object> whole =
                JsonReader.object(data)
                        .orElseThrow(() ->
                                new UserProblem(
                                        name + ": not valid JSON", "fetch the preload list again"));
        Map<String, Boolean> entries = new HashMap<>();
        if (whole.get("entries") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> entry
                        && entry.get("name") instanceof String host
                        && "force-https".equals(entry.get("mode"))) {
                    entries.put(
                            host.toLowerCase(Locale.ROOT),
                            Boolean.TRUE.equals(entry.get("include_subdomains")));
                }
            }
        }
        return entries;
    }
}
