package dev.holdfast.probes.access;

import dev.holdfast.probes.answer.Likeness;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.verdict.Obstacle;
import dev.holdfast.probes.wire.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares answers. */
final class Answers {
    private static final Pattern ORIGIN =
            Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^/?#]*");

    private Answers() {}

    static Optional<Response> of(Reply reply) {
        return reply instanceof Reply.Answered answered
                ? Optional.of(answered.exchange().response())
                : Optional.empty();
    }

    static Optional<Exchange> exchange(Reply reply) {
        return reply instanceof Reply.Answered answered
                ? Optional.of(answered.exchange())
                : Optional.empty();
    }

    /** Whether they are the same page, or send to the same place. */
    static boolean alike(Exchange one, Exchange other) {
        Response first = one.response();
        Response second = other.response();
        if (first.status() != second.status()) {
            return false;
        }
        if (first.redirects() || second.redirects()) {
            return place(first).equals(place(second));
        }
        return Likeness.same(one, other)
                && first.fields()
                        .first("Content-Type")
                        .equals(second.fields().first("Content-Type"));
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
