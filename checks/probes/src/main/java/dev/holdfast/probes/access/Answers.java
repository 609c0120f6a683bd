package dev.holdfast.probes.access;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Obstacle;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares answers. */
final class Answers {
    /** How much two pages may differ that are the same but for an address or a token in them. */
    private static final int CHANCE = 64;

    private static final Pattern ORIGIN =
            Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^/?#]*");

    private Answers() {}

    static Optional<Response> of(Reply reply) {
        return reply instanceof Reply.Answered answered
                ? Optional.of(answered.exchange().response())
                : Optional.empty();
    }

    /** Whether they are the same page, or send to the same place. */
    static boolean alike(Response one, Response other) {
        if (one.status() != other.status()) {
            return false;
        }
        if (one.redirects() || other.redirects()) {
            return place(one).equals(place(other));
        }
        return one.body().equals(other.body())
                || (one.fields().first("Content-Type").equals(other.fields().first("Content-Type"))
                        && Math.abs(one.body().size() - other.body().size()) <= CHANCE
                        && one.body().size() > CHANCE);
    }

    /** The path that it redirects to, without origin and query; empty when to none. */
    static String place(Response response) {
        String location = response.fields().first("Location").orElse("");
        return ORIGIN.matcher(location).replaceFirst("").split("[?#]", 2)[0];
    }

    /** Whether it looks like the answer to somebody who may: 2xx of the service, and no login. */
    static boolean good(Response response) {
        return response.successful()
                && Obstacle.of(response).isEmpty()
                && !Obstacle.loginForm(response);
    }

    /** Whether the service itself refused. */
    static boolean refusing(Response response) {
        return response.status() / 100 == 4 && Obstacle.of(response).isEmpty();
    }
}
