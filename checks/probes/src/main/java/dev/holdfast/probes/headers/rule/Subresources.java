package dev.holdfast.probes.headers.rule;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.result.Severity;
import dev.holdfast.probes.headers.answer.Answer;
import dev.holdfast.probes.headers.answer.Page;
import dev.holdfast.probes.headers.field.IntegrityMetadata;
import dev.holdfast.probes.headers.profile.Demands;
import dev.holdfast.probes.verdict.Finding;
import dev.holdfast.probes.verdict.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scripts and styles from elsewhere without a hash, and what is loaded over http. */
public final class Subresources implements HeaderRule {
    private static final CheckInfo INTEGRITY =
            Rules.rule(
                    "headers.subresource-integrity",
                    "A script from elsewhere is run unseen",
                    Severity.MEDIUM,
                    "The page loads a script or a style sheet from another origin without an"
                            + " integrity that browsers compare.",
                    "Whoever gets hold of the other host runs code in this page, for every user.",
                    "Host the file yourself, or give the element integrity=\"sha384-…\" and"
                            + " crossorigin=\"anonymous\".",
                    "ASVS v5.0.0-3.6.1",
                    "CWE-353");
    private static final CheckInfo MIXED =
            Rules.rule(
                    "headers.mixed-content",
                    "An https page loads something over http",
                    Severity.MEDIUM,
                    "The page came over https and names http addresses of its parts.",
                    "Somebody on the network path changes what is loaded; browsers block scripts"
                            + " and so break the page.",
                    "Use https addresses; add upgrade-insecure-requests while you change them.",
                    "ASVS v5.0.0-12.2.1",
                    "CWE-319");

    @Override
    public List<CheckInfo> rules() {
        return List.of(INTEGRITY, MIXED);
    }

    @Override
    public List<Finding> judge(Answer answer, Demands demands) {
        Optional<String> unread = answer.reading().unread();
        boolean sent = answer.exchange().response().body().size() > 0;
        if (answer.html() && sent && answer.reading().text().isEmpty() && unread.isPresent()) {
            return List.of(
                    Finding.unknown(INTEGRITY, unread.get()), Finding.unknown(MIXED, unread.get()));
        }
        if (!answer.html() || !sent) {
            String why = answer.html() ? "the page's text is not there" : "the answer is no page";
            return List.of(
                    Finding.notApplicable(INTEGRITY, why), Finding.notApplicable(MIXED, why));
        }
        return List.of(integrity(answer), mixed(answer));
    }

    private static Finding integrity(Answer answer) {
        String own = origin(answer.exchange().url()).orElse("");
        int checked = 0;
        Finding worst = null;
        for (Page.Load load : answer.page().loads()) {
            boolean code = load.kind() == Page.Kind.SCRIPT || load.kind() == Page.Kind.STYLE;
            Optional<String> origin = origin(load.url());
            if (!code || origin.isEmpty() || origin.get().equals(own)) {
                continue;
            }
            checked++;
            Optional<Finding> found = fault(load);
            if (found.isPresent()
                    && (worst == null || found.get().severity().compareTo(worst.severity()) < 0)) {
                worst = found.get();
            }
        }
        if (worst != null) {
            return worst;
        }
        Optional<String> unread = unread(answer);
        return unread.isPresent()
                ? Finding.unknown(INTEGRITY, unread.get())
                : Finding.pass(
                        INTEGRITY,
                        checked == 0
                                ? "the page loads no script or style from elsewhere"
                                : checked + " from elsewhere, each with its hash");
    }

    private static Optional<Finding> fault(Page.Load load) {
        String what =
                (load.kind() == Page.Kind.SCRIPT ? "script " : "style sheet ")
                        + Said.quoted(bare(load.url()));
        Severity severity = load.kind() == Page.Kind.SCRIPT ? Severity.MEDIUM : Severity.LOW;
        return switch (IntegrityMetadata.of(load.integrity())) {
            case MISSING ->
                    Optional.of(Finding.fail(INTEGRITY, what + " has no integrity").as(severity));
            case IGNORED ->
                    Optional.of(
                            Finding.fail(
                                            INTEGRITY,
                                            what
                                                    + " has an integrity that browsers"
                                                    + " ignore: "
                                                    + Said.quoted(load.integrity()))
                                    .as(severity));
            case IMPOSSIBLE ->
                    Optional.of(
                            Finding.fail(
                                            INTEGRITY,
                                            what
                                                    + " has a hash of the wrong length,"
                                                    + " so browsers never run it")
                                    .as(Severity.LOW));
            case CHECKED ->
                    load.crossOrigin()
                            ? Optional.empty()
                            : Optional.of(
                                    Finding.fail(
                                                    INTEGRITY,
                                                    what
                                                            + " has integrity without"
                                                            + " crossorigin, so browsers refuse it")
                                            .as(Severity.LOW));
        };
    }

    private static Finding mixed(Answer answer) {
        if (!answer.https()) {
            return Finding.notApplicable(MIXED, "the page came over http itself");
        }
        boolean upgraded =
                answer.lines("Content-Security-Policy").stream().anyMatch(Subresources::upgrades)
                        || answer.page().metas().stream()
                                .anyMatch(meta ->
                                        meta.name().equals("content-security-policy")
                                                && upgrades(meta.content()));
        Finding worst = null;
        for (Page.Load load : answer.page().loads()) {
            if (!load.url().toLowerCase(Locale.ROOT).startsWith("http:") || local(load.url())) {
                continue;
            }
            boolean media = load.kind() == Page.Kind.MEDIA;
            if (worst == null || (worst.severity() == Severity.LOW && !media)) {
                worst =
                        Finding.fail(
                                        MIXED,
                                        load.kind().name().toLowerCase(Locale.ROOT)
                                                + " over http: "
                                                + Said.quoted(bare(load.url())))
                                .as(media ? Severity.LOW : Severity.MEDIUM);
            }
        }
        if (worst != null) {
            return upgraded
                    ? Finding.pass(MIXED, "upgrade-insecure-requests turns http into https")
                    : worst;
        }
        return unread(answer)
                .filter(why -> !upgraded)
                .map(why -> Finding.unknown(MIXED, why))
                .orElseGet(() -> Finding.pass(MIXED, "nothing on the page is loaded over http"));
    }

    /** What of the page nobody looked at. */
    private static Optional<String> unread(Answer answer) {
        return answer.reading()
                .unread()
                .or(() ->
                        answer.page().loads().stream()
                                .filter(load -> load.kind() == Page.Kind.UNREAD)
                                .map(load -> load.url() + " was not looked into")
                                .findFirst());
    }

    private static boolean upgrades(String policy) {
        return policy.toLowerCase(Locale.ROOT).contains("upgrade-insecure-requests");
    }

    private static boolean local(String url) {
        String origin = origin(url).orElse("");
        return origin.startsWith("http://127.")
                || origin.startsWith("http://localhost")
                || origin.startsWith("http://[::1]");
    }

    /** The address without its query, which may hold a secret. */
    private static String bare(String url) {
        return url.split("[?#]", 2)[0];
    }

    private static Optional<String> origin(String url) {
        String clean = bare(url.strip()).replace('\\', '/');
        int colon = clean.indexOf("://");
        String scheme = colon < 0 ? "" : clean.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        int end = clean.indexOf('/', colon + 3);
        String authority =
                (end < 0 ? clean.substring(colon + 3) : clean.substring(colon + 3, end))
                        .toLowerCase(Locale.ROOT);
        try {
            URI uri = new URI(scheme + "://" + authority);
            int port = uri.getPort() < 0 ? (scheme.equals("https") ? 443 : 80) : uri.getPort();
            String host = uri.getHost() == null ? authority : uri.getHost();
            return Optional.of(scheme + "://" + host + ":" + port);
        } catch (URISyntaxException odd) {
            return Optional.of(scheme + "://" + authority);
        }
    }
}
