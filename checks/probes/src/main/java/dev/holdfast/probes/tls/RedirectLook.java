package dev.holdfast.probes.tls;

import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.session.Session;
import dev.holdfast.probes.target.Target;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.NoAnswer;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Reply.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at the way from http to https, hop by hop; each hop is asked for on its own. */
final class RedirectLook {
    private static final String HSTS = "Strict-Transport-Security";

    private final Session session;
    private final Target target;

    RedirectLook(Session session) {
        this.session = session;
        this.target = session.target();
    }

    /** The first hop, over http. */
    Finding overHttp() throws InterruptedException {
        return switch (session.wire().send(Request.get("/").plainly())) {
            case Reply.Unanswered none when none.reason() == Reason.NOT_CONNECTED ->
                    Finding.pass(
                            TlsRules.HTTP_REDIRECT, "nothing answers over http: " + none.words());
            case Reply.Unanswered none -> NoAnswer.of(TlsRules.HTTP_REDIRECT, none);
            case Reply.Answered answered -> judged(answered.exchange().response());
        };
    }

    private Finding judged(Response response) {
        if (response.redirects()) {
            return redirect(response.fields().first("Location").orElse(""), response.status());
        }
        if (response.successful()) {
            return Finding.fail(
                    TlsRules.HTTP_REDIRECT,
                    "http://" + target.host() + "/ is answered with " + response.status());
        }
        return response.status() / 100 == 4
                ? Finding.pass(
                        TlsRules.HTTP_REDIRECT,
                        "http://"
                                + target.host()
                                + "/ is refused with "
                                + response.status()
                                + " and shows nothing")
                : Finding.unknown(
                        TlsRules.HTTP_REDIRECT,
                        "http://" + target.host() + "/ is answered with " + response.status());
    }

    private Finding redirect(String location, int status) {
        Optional<URI> to = resolved(location);
        if (to.isEmpty()) {
            return Finding.fail(
                    TlsRules.HTTP_REDIRECT, "http redirects with a Location that is no URL");
        }
        String scheme = String.valueOf(to.get().getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(to.get().getHost()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https")) {
            return Finding.fail(
                    TlsRules.HTTP_REDIRECT,
                    "http redirects (" + status + ") to " + scheme + ", not to https");
        }
        String own = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
        if (!host.equals(own)) {
            return Finding.fail(
                    TlsRules.HTTP_REDIRECT,
                    "http redirects ("
                            + status
                            + ") to https on another host ("
                            + host
                            + ") first, so HSTS never holds for "
                            + target.host());
        }
        return Finding.pass(
                TlsRules.HTTP_REDIRECT,
                "http redirects (" + status + ") to https on the same host");
    }

    private Optional<URI> resolved(String location) {
        try {
            String host = target.host().contains(":") ? "[" + target.host() + "]" : target.host();
            return Optional.of(new URI("http://" + host + "/").resolve(new URI(location)));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /** The next hop, over https, and whether the host is on the preload list. */
    List<Finding> overHttps(Optional<PreloadList> list) throws InterruptedException {
        Reply reply = session.wire().send(Request.get("/"));
        if (reply instanceof Reply.Unanswered none) {
            return List.of(
                    NoAnswer.of(TlsRules.REDIRECT_HSTS, none),
                    list.map(each -> preload(each, "", Optional.of(none)))
                            .orElseGet(RedirectLook::noList));
        }
        Response response = ((Reply.Answered) reply).exchange().response();
        String hsts = response.fields().first(HSTS).orElse("");
        return List.of(
                hop(response, hsts),
                list.map(each -> preload(each, hsts, Optional.empty()))
                        .orElseGet(RedirectLook::noList));
    }

    private static Finding hop(Response response, String hsts) {
        if (!hsts.isEmpty()) {
            return Finding.pass(
                    TlsRules.REDIRECT_HSTS, "https answers / with Strict-Transport-Security");
        }
        return response.redirects()
                ? Finding.fail(
                        TlsRules.REDIRECT_HSTS,
                        "https answers / with "
                                + response.status()
                                + " and without Strict-Transport-Security")
                : Finding.notApplicable(
                        TlsRules.REDIRECT_HSTS,
                        "https answers / without a redirect; the probe of headers looks at it");
    }

    private Finding preload(PreloadList list, String hsts, Optional<Reply.Unanswered> unanswered) {
        Optional<String> entry = list.covering(target.host());
        if (entry.isPresent()) {
            return Finding.pass(TlsRules.PRELOAD, "the preload list has " + entry.get());
        }
        if (unanswered.isPresent()) {
            return NoAnswer.of(TlsRules.PRELOAD, unanswered.get());
        }
        boolean asks =
                List.of(hsts.toLowerCase(Locale.ROOT).split(";", -1)).stream()
                        .anyMatch(each -> each.strip().equals("preload"));
        return asks
                ? Finding.fail(
                        TlsRules.PRELOAD,
                        "the service asks for the preload list, which has not got " + target.host())
                : Finding.notApplicable(
                        TlsRules.PRELOAD, "the service does not ask for the preload list");
    }

    private static Finding noList() {
        return Finding.notApplicable(TlsRules.PRELOAD, "no preload list was given");
    }
}
