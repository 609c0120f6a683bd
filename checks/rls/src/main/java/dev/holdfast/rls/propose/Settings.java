package dev.holdfast.rls.propose;

import dev.holdfast.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings of a session, from what its expressions read. */
final class Settings {
    private static final String CLAIMS = "request.jwt.claims";
    private static final String USER = "${user}";
    private static final String TENANTS = "${tenants}";

    private final Map<String, String> whole = new TreeMap<>();
    private final Map<String, Map<String, Object>> json = new TreeMap<>();
    private final Reasons reasons;

    Settings(Reasons reasons) {
        this.reasons = reasons;
    }

    void user(SaysWho who) {
        put(who, USER);
    }

    void tenants(SaysWho who) {
        put(who, TENANTS);
    }

    private void put(SaysWho who, String placeholder) {
        Optional<String> setting = who.setting();
        if (setting.isEmpty()) {
            if (!(who instanceof SaysWho.ByRole)) {
                reasons.missing("which setting %s reads".formatted(who.text()));
            }
            return;
        }
        List<String> path = who.path();
        if (path.isEmpty()) {
            whole.put(setting.get(), placeholder);
            return;
        }
        Map<String, Object> at = json.computeIfAbsent(setting.get(), _ -> new LinkedHashMap<>());
        for (String each : path.subList(0, path.size() - 1)) {
            at = inner(at, each);
        }
        at.put(path.getLast(), placeholder);
    }

    private static Map<String, Object> inner(Map<String, Object> map, String key) {
        if (map.get(key) instanceof Map<?, ?> there) {
            Map<String, Object> copy = new LinkedHashMap<>();
            there.forEach((name, value) -> copy.put(String.valueOf(name), value));
            map.put(key, copy);
            return copy;
        }
        Map<String, Object> made = new LinkedHashMap<>();
        map.put(key, made);
        return made;
    }

    /**
     * All of them.
     *
     * @param role which PostgREST puts into the claims (its documentation, Authentication)
     */
    Map<String, String> all(String role) {
        Map<String, String> all = new TreeMap<>(whole);
        json.forEach((setting, values) -> {
            if (setting.equals(CLAIMS)) {
                values.putIfAbsent("role", role);
            }
            all.put(setting, onOneLine(values));
        });
        return all;
    }

    private static String onOneLine(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(each ->
                        quoted(String.valueOf(each.getKey()))
                                + ":"
                                + (each.getValue() instanceof Map<?, ?> inner
                                        ? onOneLine(inner)
                                        : quoted(String.valueOf(each.getValue()))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return JsonText.of(text).strip();
    }

    /** Whether claims are read, which those who have not signed in have, too. */
    boolean hasClaims() {
        return json.containsKey(CLAIMS);
    }

    /** The claims of somebody who has not signed in. */
    static Map<String, String> anonymous(String role) {
        return Map.of(CLAIMS, onOneLine(Map.of("role", role)));
    }
}
