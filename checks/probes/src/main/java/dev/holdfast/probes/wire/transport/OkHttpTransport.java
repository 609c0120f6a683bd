package dev.holdfast.probes.wire.transport;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.address.PinnedSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 and HTTP/2 over OkHttp, with everything off that it does by itself: redirects, repeats,
 * cookies, cache, compression, proxies. Every request has a connection of its own, because on one
 * that a service has closed meanwhile there would be no answer though the service is well.
 */
public final class OkHttpTransport implements Transport, AutoCloseable {
    /** How much of a body is kept. */
    public static final int MOST_BODY = 1024 * 1024;

    private final OkHttpClient client;
    private final Authority authority;

    /** A transport to one target. */
    public OkHttpTransport(
            Authority authority, PinnedSockets sockets, Trust trust, Patience patience) {
        this.authority = authority;
        this.client =
                new OkHttpClient.Builder()
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .retryOnConnectionFailure(false)
                        .fastFallback(false)
                        .authenticator(Authenticator.NONE)
                        .proxyAuthenticator(Authenticator.NONE)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .cache(null)
                        .proxy(Proxy.NO_PROXY)
                        .dns(name -> List.of(nowhere()))
                        .socketFactory(sockets)
                        .sslSocketFactory(trust.context().getSocketFactory(), trust.judge())
                        .connectionSpecs(
                                List.of(
                                        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                                                .allEnabledTlsVersions()
                                                .allEnabledCipherSuites()
                                                .build(),
                                        ConnectionSpec.CLEARTEXT))
                        .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .addNetworkInterceptor(new OnceOnly())
                        .connectTimeout(patience.connect())
                        .readTimeout(patience.call())
                        .writeTimeout(patience.call())
                        .callTimeout(patience.call())
                        .build();
    }

    /** Whether the request reaches the service as it stands: OkHttp tidies paths. */
    public boolean sendsAsItIs(Outgoing request) {
        HttpUrl url = HttpUrl.parse(authority.origin() + request.path());
        if (url == null || !request.path().startsWith("/")) {
            return false;
        }
        String query = url.encodedQuery();
        boolean bodyless = request.method().equals("GET") || request.method().equals("HEAD");
        return request.path().equals(url.encodedPath() + (query == null ? "" : "?" + query))
                && !(bodyless && request.body().size() > 0)
                && request.fields().lines().stream().allMatch(OkHttpTransport::plain);
    }

    @Override
    public Response send(Outgoing request) throws IOException {
        Request made = made(request);
        try (okhttp3.Response answer = client.newCall(made).execute()) {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < answer.headers().size(); i++) {
                fields.add(
                        new Field(
                                OnceOnly.seen(answer.headers().name(i)),
                                answer.headers().value(i).strip()));
            }
            return new Response(answer.code(), new Fields(fields), body(answer.body().source()));
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            // Its parser refuses with these what browsers read. Its words quote the answer.
            throw new OddHeader();
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private Request made(Outgoing request) {
        HttpUrl url = HttpUrl.get(authority.origin() + request.path());
        Request.Builder made =
                new Request.Builder().url(url).tag(OnceOnly.Ticket.class, new OnceOnly.Ticket());
        made.header("Host", authority.hostField());
        for (Field field : request.fields().lines()) {
            made.addHeader(field.name(), field.value());
        }
        if (!request.fields().has("Accept-Encoding")) {
            made.header("Accept-Encoding", "identity");
        }
        return made.method(request.method(), body(request)).build();
    }

    private static @Nullable RequestBody body(Outgoing request) {
        boolean wanted =
                switch (request.method()) {
                    case "POST", "PUT", "PATCH", "PROPPATCH", "REPORT", "QUERY" -> true;
                    default -> request.body().size() > 0;
                };
        return wanted ? RequestBody.create(request.body().bytes(), null) : null;
    }

    private static Body body(BufferedSource source) throws IOException {
        boolean cut = source.request(MOST_BODY + 1L);
        return new Body(source.readByteArray(Math.min(MOST_BODY, source.getBuffer().size())), cut);
    }

    // The sockets know where to go. An address for documentation (RFC 5737) leads nowhere, should
    // one of them ever believe what it is told.
    private static InetAddress nowhere() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    }

    private static boolean plain(Field field) {
        return field.value().chars().allMatch(each -> each == '\t' || (each >= 0x20 && each < 0x7F))
                && field.name().chars().allMatch(each -> each > 0x20 && each < 0x7F);
    }
}
