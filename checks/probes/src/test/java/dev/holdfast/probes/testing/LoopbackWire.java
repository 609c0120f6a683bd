package dev.holdfast.probes.testing;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Secrets;
import dev.holdfast.probes.target.CallerIdentity;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

/** A wire to a service on loopback that keeps the rules of the contract and no pace. */
public final class LoopbackWire implements Wire {
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Target target;
    private final boolean destructive;
    private final Secrets secrets;
    private final Clock clock;

    /** A wire to that target. */
    public LoopbackWire(Target target, boolean destructive, Secrets secrets, Clock clock) {
        this.target = target;
        this.destructive = destructive;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Reply send(Request request) throws InterruptedException {
        boolean allowed =
                switch (request.intent()) {
                    case PASSIVE -> true;
                    case FORGED -> destructive || !target.production();
                    case STATEFUL -> destructive;
                };
        if (!allowed) {
            return new Reply.Unanswered(Reply.Reason.NOT_ALLOWED, "the target does not allow it");
        }
        String url = "http://127.0.0.1:" + target.port() + request.path();
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(url))
                        .method(
                                request.method(),
                                request.body().size() == 0 && request.intent() == Intent.PASSIVE
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(request.body().bytes()));
        for (Field field : request.fields().lines()) {
            builder.header(field.name(), field.value());
        }
        if (request.identity().isPresent()) {
            CallerIdentity identity = target.identities().get(request.identity().get());
            if (identity == null || secrets.of(identity.variable()).isEmpty()) {
                return new Reply.Unanswered(Reply.Reason.NO_SECRET, "the variable is not set");
            }
            builder.header(identity.header(), secrets.of(identity.variable()).get());
        }
        try {
            HttpResponse<byte[]> answer = client.send(builder.build(), BodyHandlers.ofByteArray());
            Fields fields = Fields.NONE;
            for (var entry : answer.headers().map().entrySet()) {
                for (String value : entry.getValue()) {
                    fields = fields.with(entry.getKey(), value);
                }
            }
            Response response =
                    new Response(answer.statusCode(), fields, new Body(answer.body(), false));
            return new Reply.Answered(new Exchange(url, request, response, clock.instant()));
        } catch (IOException broken) {
            return new Reply.Unanswered(Reply.Reason.NOT_CONNECTED, "the connection broke");
        }
    }
}
