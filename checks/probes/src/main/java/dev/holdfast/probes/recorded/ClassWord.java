package dev.holdfast.probes.recorded;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.headers.field.MediaType;
import dev.holdfast.probes.target.RouteClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which class a recorded exchange is of: by its word, or guessed by what is there. */
final class ClassWord {
    private static final Map<String, RouteClass> OTHERS =
            Map.ofEntries(
                    Map.entry("html", RouteClass.PAGE),
                    Map.entry("public", RouteClass.PAGE),
                    Map.entry("authenticated-page", RouteClass.AUTHENTICATED),
                    Map.entry("auth", RouteClass.AUTHENTICATED),
                    Map.entry("account", RouteClass.AUTHENTICATED),
                    Map.entry("static", RouteClass.ASSET),
                    Map.entry("static-asset", RouteClass.ASSET),
                    Map.entry("json", RouteClass.API),
                    Map.entry("redirect-hop", RouteClass.REDIRECT),
                    Map.entry("html-404", RouteClass.ERROR),
                    Map.entry("not-found", RouteClass.ERROR),
                    Map.entry("error-page", RouteClass.ERROR),
                    Map.entry("signout", RouteClass.LOGOUT));

    private static final List<String> FILES =
            List.of(
                    ".js", ".mjs", ".css", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico",
                    ".woff", ".woff2", ".ttf", ".map", ".avif");

    private ClassWord() {}

    /** The class of that word, or of one that means the same. */
    static Optional<RouteClass> of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        return RouteClass.ofWord(plain)
                .or(() -> {
                    if (plain.startsWith("api-")) {
                        return Optional.of(RouteClass.API);
                    }
                    return Optional.ofNullable(OTHERS.get(plain));
                });
    }

    /** What the address, the status and the content make it. */
    static RouteClass guess(RecordedExchange recorded) {
        Response response = new Response(recorded.status(), recorded.headers(), Body.EMPTY);
        String path = path(recorded.url());
        if (path.contains("logout") || path.contains("signout") || path.contains("sign-out")) {
            return RouteClass.LOGOUT;
        }
        if (recorded.status() >= 400) {
            return RouteClass.ERROR;
        }
        if (response.redirects()) {
            return RouteClass.REDIRECT;
        }
        String disposition = recorded.headers().first("Content-Disposition").orElse("");
        if (disposition.toLowerCase(Locale.ROOT).startsWith("attachment")) {
            return RouteClass.DOWNLOAD;
        }
        if (path.matches(".*/(admin|administrator)(/.*)?")) {
            return RouteClass.ADMIN;
        }
        if (path.contains("login") || path.contains("signin") || path.contains("sign-in")) {
            return RouteClass.LOGIN;
        }
        if (path.matches("/(health|healthz|livez|readyz|ping)")) {
            return RouteClass.HEALTH;
        }
        Optional<MediaType> type = MediaType.of(recorded.headers().all("Content-Type"));
        if (type.filter(MediaType::json).isPresent()
                || (path.matches("(/.*)?/(api|graphql)(/.*)?")
                        && type.filter(MediaType::html).isEmpty())) {
            return RouteClass.API;
        }
        boolean asset =
                type.filter(each ->
                                each.script()
                                        || each.essence().equals("text/css")
                                        || each.essence().startsWith("image/")
                                        || each.essence().startsWith("font/"))
                                .isPresent()
                        || (type.isEmpty() && FILES.stream().anyMatch(path::endsWith));
        if (asset) {
            return RouteClass.ASSET;
        }
        boolean signedIn =
                recorded.request()
                        .filter(sent -> sent.has("Cookie") || sent.has("Authorization"))
                        .isPresent();
        return signedIn ? RouteClass.AUTHENTICATED : RouteClass.PAGE;
    }

    private static String path(String url) {
        int start = url.indexOf('/', url.indexOf("://") + 3);
        return start < 0 ? "/" : url.substring(start).split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
