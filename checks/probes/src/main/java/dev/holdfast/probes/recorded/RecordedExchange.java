package dev.holdfast.probes.recorded;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Intent;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.target.RouteClass;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One line of a recording.
 *
 * @param id what the line is known by
 * @param url absolute, http or https
 * @param routeClass when the line says it
 * @param request the fields that were sent, when they were recorded
 * @param body when it was recorded
 */
public record RecordedExchange(
        String id,
        String url,
        String method,
        int status,
        Optional<RouteClass> routeClass,
        Optional<Fields> request,
        Fields headers,
        Optional<String> body) {
    private static final String REDACTED = "redacted";

    /**
     * An exchange as it is to be recorded. Values of cookies and of credentials are left out, of
     * everything else what {@code clean} takes out; a body that is no whole text is left out.
     */
    public static RecordedExchange of(
            String id,
            Exchange exchange,
            Optional<RouteClass> routeClass,
            UnaryOperator<String> clean) {
        Response response = exchange.response();
        boolean text =
                !response.body().cut()
                        && (response.body().size() == 0 || textual(response.fields()));
        return new RecordedExchange(
                clean.apply(id),
                clean.apply(exchange.url()),
                exchange.request().method(),
                response.status(),
                routeClass,
                Optional.of(cleaned(sent(exchange.request()), clean)),
                cleaned(response.fields(), clean),
                text ? Optional.of(clean.apply(response.body().text())) : Optional.empty());
    }

    /**
     * The exchange that it tells of.
     *
     * @param now when it is read, for a recording says no time itself
     */
    public Exchange exchange(Instant now) {
        boolean passive = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
        Request asked =
                new Request(
                        method,
                        path(),
                        request.orElse(Fields.NONE),
                        Body.EMPTY,
                        Optional.empty(),
                        passive ? Intent.PASSIVE : Intent.STATEFUL,
                        false,
                        false);
        // No bytes, though there were some: rules that need them say that they were not kept.
        Body kept = body.map(Body::of).orElse(new Body(new byte[0], !bodiless()));
        return new Exchange(url, asked, new Response(status, headers, kept), now);
    }

    /** Whether there was no body to keep (RFC 9112, section 6.3). */
    private boolean bodiless() {
        return method.equals("HEAD")
                || status == 204
                || status == 304
                || headers.all("Content-Length").equals(List.of("0"));
    }

    private String path() {
        int start = url.indexOf('/', url.indexOf("://") + 3);
        return start < 0 ? "/" : url.substring(start).split("#", 2)[0];
    }

    /** Whether it is an address that an exchange can have. */
    static boolean isAddress(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return scheme != null
                    && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && url.contains("://");
        } catch (IllegalArgumentException odd) {
            String small = url.toLowerCase(Locale.ROOT);
            return small.startsWith("http://") || small.startsWith("https://");
        }
    }

    /** What was sent; that an identity asked is told, and nothing of its secret. */
    private static Fields sent(Request request) {
        return request.identity().isPresent() && !request.fields().has("Authorization")
                ? request.fields().with("Authorization", REDACTED)
                : request.fields();
    }

    private static Fields cleaned(Fields fields, UnaryOperator<String> clean) {
        List<Field> lines = new ArrayList<>();
        for (Field line : fields.lines()) {
            lines.add(new Field(clean.apply(line.name()), clean.apply(bare(line))));
        }
        return new Fields(lines);
    }

    private static String bare(Field line) {
        return switch (line.name().toLowerCase(Locale.ROOT)) {
            case "authorization", "proxy-authorization", "cookie", "x-api-key" -> REDACTED;
            case "set-cookie" -> withoutValue(line.value());
            default -> line.value();
        };
    }

    private static String withoutValue(String cookie) {
        int end = cookie.indexOf(';');
        String pair = end < 0 ? cookie : cookie.substring(0, end);
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals + 1);
        return name + REDACTED + (end < 0 ? "" : cookie.substring(end));
    }

    private static boolean textual(Fields fields) {
        String type = fields.first("Content-Type").orElse("text/plain").toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("javascript");
    }
}
