package dev.holdfast.probes.headers.answer;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.headers.field.MediaType;
import dev.holdfast.probes.target.RouteClass;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer and what rules need to know of it.
 *
 * @param credentialed whether somebody's own answer was asked for: an identity, a Cookie or an
 *     Authorization went with the request
 * @param reading its body as text, and whether that is all of it
 * @param page the elements of its HTML, empty when it is none or was not kept
 */
public record Answer(
        Exchange exchange,
        RouteClass routeClass,
        boolean credentialed,
        Reading reading,
        Page page) {
    private static final int SNIFFED = 512;

    /** An answer of which its body is read when it is a page. */
    public static Answer of(Exchange exchange, RouteClass routeClass) {
        Fields asked = exchange.request().fields();
        boolean credentialed =
                exchange.request().identity().isPresent()
                        || asked.has("Cookie")
                        || asked.has("Authorization");
        Reading reading = Reading.of(exchange.response());
        Answer bare = new Answer(exchange, routeClass, credentialed, reading, Page.NONE);
        return bare.html() && !reading.text().isEmpty()
                ? new Answer(
                        exchange,
                        routeClass,
                        credentialed,
                        reading,
                        Page.of(reading.text(), exchange.url()))
                : bare;
    }

    /** The header fields of the answer. */
    public Fields fields() {
        return exchange.response().fields();
    }

    /** The lines of that field. */
    public List<String> lines(String name) {
        return fields().all(name);
    }

    /** The status code. */
    public int status() {
        return exchange.response().status();
    }

    /** Whether it came over TLS. */
    public boolean https() {
        return exchange.url().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    /** The address, or nothing when it is none. */
    public Optional<URI> uri() {
        try {
            return Optional.of(new URI(exchange.url()));
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    /** The host in lower case, or an empty text. */
    public String host() {
        return uri().map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Whether browsers trust the host even without TLS (Secure Contexts, section 3.1). */
    public boolean loopback() {
        String host = host();
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    /** Whether it came in a way in which browsers heed headers that need a secure context. */
    public boolean trustworthy() {
        return https() || loopback();
    }

    /** Whether it answers OPTIONS, whose headers no browser applies to a page. */
    public boolean options() {
        return exchange.request().method().equals("OPTIONS");
    }

    /** Whether it sends the browser elsewhere. */
    public boolean redirects() {
        return exchange.response().redirects();
    }

    /** 4xx or 5xx. */
    public boolean error() {
        return status() >= 400;
    }

    /** Whether a status means that there is content at all. */
    public boolean content() {
        return !redirects() && status() != 204 && status() != 304 && status() != 205 && !options();
    }

    /** What the Content-Type says. */
    public Optional<MediaType> mediaType() {
        return MediaType.of(lines("Content-Type"));
    }

    /** Whether browsers show it as a page; without a type they look at its beginning. */
    public boolean html() {
        if (!content()) {
            return false;
        }
        Optional<MediaType> type = mediaType();
        return type.isPresent() ? type.get().html() : looksLikeHtml();
    }

    /** A page that is no error. */
    public boolean document() {
        return html() && !error();
    }

    /** Whether its content is for one user only, or must not be kept for another reason. */
    public boolean sensitive() {
        if (!content() || error()) {
            return false;
        }
        return switch (routeClass) {
            case AUTHENTICATED, ADMIN, LOGIN, LOGOUT -> true;
            case API, DOWNLOAD -> credentialed;
            case PAGE, WEBHOOK, ASSET, HEALTH, REDIRECT, REPORT, ERROR -> false;
        };
    }

    /** What kind of answer it is, in a few words. */
    public String kind() {
        if (options()) {
            return "OPTIONS";
        }
        if (redirects()) {
            return "redirect";
        }
        if (error()) {
            return (html() ? "HTML " : "") + status();
        }
        return routeClass.word();
    }

    private boolean looksLikeHtml() {
        if (exchange.response().body().size() == 0) {
            return switch (routeClass) {
                case PAGE, LOGIN, AUTHENTICATED, LOGOUT -> true;
                default -> false;
            };
        }
        String text = reading.text();
        String start =
                text.substring(0, Math.min(SNIFFED, text.length()))
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<head")
                || start.startsWith("<body")
                || start.startsWith("<script");
    }
}
