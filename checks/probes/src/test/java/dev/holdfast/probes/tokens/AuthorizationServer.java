package dev.holdfast.probes.tokens;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps sessions, right in everything but its faults. */
final class AuthorizationServer implements Service {
    static final String CANARY = "account of probe";

    private final Set<Fault> faults;
    private final boolean tellsLife;
    private final Map<String, String> families = new HashMap<>();
    private final Map<String, String> access = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private int made;

    AuthorizationServer(Set<Fault> faults, boolean tellsLife, String... first) {
        this.faults = faults;
        this.tellsLife = tellsLife;
        for (String token : first) {
            families.put(token, "family of " + token);
        }
    }

    @Override
    public synchronized Response answer(Asked asked) {
        return switch (asked.path()) {
            case "/token" -> refresh(asked);
            case "/logout" -> logout(asked);
            case "/api/me" ->
                    session(asked) == null ? Answers.of(401, "no") : Answers.of(200, CANARY);
            default -> Answers.of(404, "no such path");
        };
    }

    private Response refresh(Asked asked) {
        Object given =
                JsonReader.object(asked.body().text())
                        .map(members -> members.get("refresh_token"))
                        .orElse("");
        String token = String.valueOf(given);
        String family = families.get(token);
        if (family == null || ended.contains(family)) {
            return Answers.of(400, "{\"error\":\"invalid_grant\"}");
        }
        boolean rotates =
                !faults.contains(Fault.SAME_REFRESH_TOKEN)
                        && !faults.contains(Fault.NO_NEW_REFRESH_TOKEN);
        if (rotates && !used.add(token) && !faults.contains(Fault.TAKES_USED_ONES)) {
            if (!faults.contains(Fault.KEEPS_FAMILY)) {
                ended.add(family);
            }
            return Answers.of(400, "{\"error\":\"invalid_grant\"}");
        }
        made++;
        String next = rotates ? "canary-refresh-" + made : token;
        String open = "canary-access-" + made;
        families.put(next, family);
        access.put(open, family);
        Map<String, Object> answer = new TreeMap<>();
        answer.put("access_token", open);
        if (!faults.contains(Fault.NO_NEW_REFRESH_TOKEN)) {
            answer.put("refresh_token", next);
        }
        if (tellsLife) {
            answer.put("expires_in", faults.contains(Fault.LONG_ACCESS) ? 86_400 : 3_600);
            answer.put(
                    "refresh_expires_in",
                    faults.contains(Fault.LONG_REFRESH) ? 2_592_000 : 604_800);
        }
        return Answers.of(200, JsonText.of(answer));
    }

    private Response logout(Asked asked) {
        String family = session(asked);
        if (family == null) {
            return Answers.of(401, "no");
        }
        if (!faults.contains(Fault.ACCESS_AFTER_LOGOUT)) {
            access.values().removeIf(family::equals);
        }
        if (!faults.contains(Fault.REFRESH_AFTER_LOGOUT)) {
            ended.add(family);
        }
        return Answers.of(204, "");
    }

    private @Nullable String session(Asked asked) {
        return access.get(asked.header("Authorization").replace("Bearer ", ""));
    }
}
