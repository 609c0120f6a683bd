package dev.holdfast.probes.wire.transport;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps OkHttp from sending a request a second time by itself. It would after 503 with {@code
 * Retry-After: 0}, whatever its settings; so it does not get to see that field. Should it find
 * another reason one day, the second attempt fails here before a byte is sent.
 */
final class OnceOnly implements Interceptor {
    private static final String SEEN = "Retry-After";
    private static final String HIDDEN = "Holdfast-Hidden-Retry-After";

    /** What a request carries to be known again. */
    record Ticket(AtomicBoolean used) {
        Ticket() {
            this(new AtomicBoolean());
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Ticket ticket = request.tag(Ticket.class);
        if (ticket == null || ticket.used().getAndSet(true)) {
            throw new IOException("a request would have been sent twice");
        }
        Response response = chain.proceed(request);
        okhttp3.Headers.Builder fields = new okhttp3.Headers.Builder();
        for (int i = 0; i < response.headers().size(); i++) {
            String name = response.headers().name(i);
            fields.addUnsafeNonAscii(
                    name.equalsIgnoreCase(SEEN) ? HIDDEN : name, response.headers().value(i));
        }
        return response.newBuilder().headers(fields.build()).build();
    }

    static String seen(String name) {
        return name.equals(HIDDEN) ? SEEN : name;
    }
}
