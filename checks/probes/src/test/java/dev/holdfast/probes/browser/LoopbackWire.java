package dev.holdfast.probes.browser;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server of a test, which writes down what was asked. */
public final class LoopbackWire implements Wire, AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String origin;
    private final List<Request> sent = new CopyOnWriteArrayList<>();

    /** A wire to that origin. */
    public LoopbackWire(String origin) {
        this.origin = origin;
    }

    /** What was sent. */
    public List<Request> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Reply send(Request request) throws InterruptedException {
        sent.add(request);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(origin + request.path()))
                        .method(
                                request.method(),
                                request.body().size() == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(
                                                request.body().bytes()));
        request.fields().lines().forEach(field -> builder.header(field.name(), field.value()));
        request.identity().ifPresent(name -> builder.header("Authorization", "Bearer " + name));
        try {
            HttpResponse<byte[]> answer =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            List<Field> lines = new ArrayList<>();
            answer.headers()
                    .map()
                    .forEach((name, values) ->
                            values.forEach(value -> lines.add(new Field(name, value))));
            return new Reply.Answered(
                    new Exchange(
                            origin + request.path(),
                            request,
                            new Response(
                                    answer.statusCode(),
                                    new Fields(lines),
                                    new Body(answer.body(), false)),
                            Clock.systemUTC().instant()));
        } catch (IOException failed) {
            return new Reply.Unanswered(Reply.Reason.NOT_CONNECTED, "no connection");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
