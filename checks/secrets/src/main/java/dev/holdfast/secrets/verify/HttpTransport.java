package dev.holdfast.secrets.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over TLS with no redirects, no cookies, no proxy and no stored credentials. */
final class HttpTransport implements Transport {
    static final int MOST_BYTES = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration TOTAL = Duration.ofSeconds(10);

    private final HttpClient client;
    private final String userAgent;
    private final Duration total;

    /** A transport that waits so long for a whole answer. */
    HttpTransport(String version, Duration total) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(CONNECT)
                        .build();
        this.userAgent = "holdfast/" + version;
        this.total = total;
    }

    /** The only transport of the product. */
    static HttpTransport ofVersion(String version) {
        return new HttpTransport(version, TOTAL);
    }

    @Override
    public Answer send(Call call) throws NoAnswer, InterruptedException {
        HttpRequest request;
        try {
            request = request(call);
        } catch (IllegalArgumentException quotesTheKey) {
            throw new NoAnswer("the call could not be put together; nothing was sent");
        }
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(
                        request,
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer(coming.get(total.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            throw new NoAnswer("no whole answer came in time");
        } catch (ExecutionException failed) {
            throw new NoAnswer(because(failed.getCause()));
        } finally {
            coming.cancel(true);
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.BodyPublisher body =
                call.body().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(call.target()))
                        .method(call.method(), body)
                        .timeout(total)
                        .setHeader("User-Agent", userAgent);
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .map()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Answer(response.statusCode(), headers, response.body());
    }

    private static String because(@Nullable Throwable cause) {
        return switch (cause) {
            case SSLException _ -> "the host's certificate was not trusted or TLS failed";
            case HttpTimeoutException _ -> "no whole answer came in time";
            case null, default ->
                    "no whole answer came: no network, no such host, or an answer that broke off or"
                            + " was longer than 64 KiB";
        };
    }
}
