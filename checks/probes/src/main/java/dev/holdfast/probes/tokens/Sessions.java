package dev.holdfast.probes.tokens;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.core.json.JsonText;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Secrets;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.TokenRules;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Speaks to the paths that refresh and end sessions. */
final class Sessions {
    private static final List<String> ACCESS_LIVES = List.of("expires_in", "expiresIn");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,9})?");
    private static final List<String> REFRESH_LIVES =
            List.of("refresh_expires_in", "refresh_token_expires_in", "refreshExpiresIn");

    private final Wire wire;
    private final Secrets secrets;
    private final TokenRules rules;

    Sessions(Session session, TokenRules rules) {
        this.wire = session.wire();
        this.secrets = session.secrets();
        this.rules = rules;
    }

    /**
     * What a refresh was answered with.
     *
     * @param pair the tokens, when there were any
     */
    record Refreshed(Answer answer, Optional<Pair> pair) {}

    /** Sends a refresh token. */
    Refreshed refresh(String token) throws InterruptedException {
        secrets.learn(token);
        Reply reply =
                wire.send(
                        Request.of("POST", rules.refresh().orElse("/"), Intent.STATEFUL)
                                .with("Content-Type", "application/json")
                                .with(Body.of(JsonText.of(Map.of(rules.refreshField(), token)))));
        Answer answer = Answer.of(reply);
        return new Refreshed(
                answer,
                answer instanceof Answer.Accepted accepted
                        ? pair(accepted.response().body().text())
                        : Optional.empty());
    }

    /** Ends the session of these tokens. */
    Answer logout(Pair pair) throws InterruptedException {
        Request request =
                Request.of("POST", rules.logout().orElse("/"), Intent.STATEFUL)
                        .with("Authorization", "Bearer " + pair.access())
                        .with("Content-Type", "application/json")
                        .with(
                                Body.of(
                                        JsonText.of(
                                                pair.refresh()
                                                        .map(token ->
                                                                Map.of(rules.refreshField(), token))
                                                        .orElse(Map.of()))));
        return Answer.of(wire.send(request));
    }

    /** What the path that shows the canary answers an access token. */
    Reply check(String token) throws InterruptedException {
        return wire.send(
                Request.of("GET", rules.check().orElse("/"), Intent.FORGED)
                        .with("Authorization", "Bearer " + token));
    }

    /** Whether an answer of that path shows the canary. */
    boolean shows(Reply reply) {
        return reply instanceof Reply.Answered answered
                && answered.exchange().response().successful()
                && rules.canary()
                        .filter(canary ->
                                answered.exchange().response().body().text().contains(canary))
                        .isPresent();
    }

    private Optional<Pair> pair(String json) {
        Optional<Pair> pair = read(json);
        pair.ifPresent(each -> {
            secrets.learn(each.access());
            each.refresh().ifPresent(secrets::learn);
        });
        return pair;
    }

    private Optional<Pair> read(String json) {
        return JsonReader.object(json)
                .filter(members -> members.get(rules.accessField()) instanceof String)
                .map(members ->
                        new Pair(
                                String.valueOf(members.get(rules.accessField())),
                                Optional.ofNullable(members.get(rules.refreshField()))
                                        .filter(String.class::isInstance)
                                        .map(String.class::cast),
                                seconds(members, ACCESS_LIVES),
                                seconds(members, REFRESH_LIVES)));
    }

    private static Optional<Double> seconds(
            Map<String, @Nullable Object> members, List<String> names) {
        for (String name : names) {
            switch (members.get(name)) {
                case Number seconds -> {
                    return Optional.of(seconds.doubleValue());
                }
                // Some write their numbers as texts.
                case String text when NUMBER.matcher(text).matches() -> {
                    return Optional.of(Double.parseDouble(text));
                }
                case null, default -> {}
            }
        }
        return Optional.empty();
    }
}
