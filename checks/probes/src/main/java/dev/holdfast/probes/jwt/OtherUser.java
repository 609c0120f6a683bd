package dev.holdfast.probes.jwt;

import dev.holdfast.core.json.JsonReader;
import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.JwtRules;
import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks as another user of the policy. It says something only when the canary names the token's own
 * user, since other canaries are everybody's.
 */
final class OtherUser {
    private final Session session;
    private final Route route;
    private final JwtRules rules;

    OtherUser(Session session, Route route, JwtRules rules) {
        this.session = session;
        this.route = route;
        this.rules = rules;
    }

    Finding look(Baselines baselines) throws InterruptedException {
        if (!(rules.claims().get("sub") instanceof String subject)
                || !rules.canary().contains(subject)) {
            return Finding.notApplicable(
                    ClaimRuleSet.OTHER_USER,
                    "jwt.canary of the policy does not name the user in jwt.claims.sub");
        }
        for (CallerIdentity identity : new TreeMap<>(session.target().identities()).values()) {
            if (identity.header().equalsIgnoreCase(rules.header()) && isOther(identity, subject)) {
                return ask(identity, baselines);
            }
        }
        return Finding.notApplicable(
                ClaimRuleSet.OTHER_USER,
                "no identity of the policy has a token of another user in " + rules.header());
    }

    private Finding ask(CallerIdentity identity, Baselines baselines) throws InterruptedException {
        Reply reply = session.wire().send(Request.get(route.path()).as(identity.name()));
        Answer answer = Answer.of(reply);
        String words = "the token of " + identity.name() + " was " + answer.words();
        if (!(reply instanceof Reply.Answered answered)) {
            return answer.inconclusive(ClaimRuleSet.OTHER_USER, "the token of " + identity.name());
        }
        if (baselines.accepts(answered.exchange().response())) {
            return Finding.fail(ClaimRuleSet.OTHER_USER, words + " and the canary of another user");
        }
        return switch (answer) {
            case Answer.Accepted accepted ->
                    Finding.pass(ClaimRuleSet.OTHER_USER, words + ", without the canary");
            case Answer.Refused refused -> Finding.pass(ClaimRuleSet.OTHER_USER, words);
            case Answer.Unclear unclear ->
                    unclear.inconclusive(
                            ClaimRuleSet.OTHER_USER, "the token of " + identity.name());
            case Answer.Missing missing ->
                    missing.inconclusive(
                            ClaimRuleSet.OTHER_USER, "the token of " + identity.name());
        };
    }

    private boolean isOther(CallerIdentity identity, String subject) {
        return session.secrets()
                .of(identity.variable())
                .flatMap(OtherUser::subject)
                .filter(other -> !other.equals(subject))
                .isPresent();
    }

    /** The sub of a token in a header's value. */
    private static Optional<String> subject(String value) {
        String[] parts = value.substring(value.lastIndexOf(' ') + 1).split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims =
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JsonReader.object(claims)
                    .map(members -> members.get("sub"))
                    .filter(String.class::isInstance)
                    .map(String.class::cast);
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }
}
