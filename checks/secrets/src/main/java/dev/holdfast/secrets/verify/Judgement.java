package dev.holdfast.secrets.verify;

import java.util.Map;
import java.util.Optional;

/** What an answer means. Only what the provider documents as bad credentials is death. */
record Judgement(State state, String reason, Map<String, String> json) {

    static Judgement of(Provider provider, Answer answer) {
        int status = answer.status();
        if (status >= 300 && status < 400) {
            return unknown(
                    "the host sent the call elsewhere (status " + status + "), not followed");
        }
        if (status == 429) {
            return unknown("the host asked for fewer calls (status 429)");
        }
        if (status >= 500) {
            return unknown("the host failed (status " + status + ")");
        }
        if (provider.xml() ? answer.html() : answer.page()) {
            return unknown("a page came instead of the API's answer (status " + status + ")");
        }
        Optional<Map<String, String>> json =
                provider.xml()
                        ? answer.typedXml() ? FlatXml.of(answer.body()) : Optional.empty()
                        : answer.typedJson() ? FlatJson.of(answer.body()) : Optional.empty();
        if (json.isEmpty()) {
            return unknown(
                    "the answer is not the "
                            + (provider.xml() ? "XML" : "JSON")
                            + " of the API (status "
                            + status
                            + ")");
        }
        return judge(provider, status, json.get());
    }

    private static Judgement judge(Provider provider, int status, Map<String, String> json) {
        boolean dead = provider.dead().fits(status, json);
        boolean live = provider.live().fits(status, json);
        boolean restricted = provider.restricted().fits(status, json);
        if (dead && !live && !restricted) {
            return new Judgement(
                    State.DEAD,
                    provider.name() + " says that the key is dead (status " + status + ")",
                    json);
        }
        if (live && !dead) {
            return new Judgement(
                    State.LIVE, "the provider took the key (status " + status + ")", json);
        }
        if (restricted && !dead) {
            return new Judgement(
                    State.LIVE,
                    "the provider knows the key, which may not make this call (status "
                            + status
                            + ")",
                    json);
        }
        if (status == 401 && provider.dead().statuses().isEmpty()) {
            return unknown(
                    "the host refused the key, which proves nothing: it may belong to another region"
                            + " or server (status 401)");
        }
        return unknown("the answer proves neither life nor death (status " + status + ")");
    }

    private static Judgement unknown(String reason) {
        return new Judgement(State.UNKNOWN, reason, Map.of());
    }
}
