package dev.holdfast.probes.csp;

import dev.holdfast.probes.exchange.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What of an HTML page counts for its policies. */
final class HtmlPage {
    private static final String NAME = "content-security-policy";

    // Deeper elements stay, side by side: a page of nothing but beginnings costs three times less.
    private static final Parser PARSER = Parser.htmlParser().setMaxDepth(128);

    private final Document document;

    private HtmlPage(Document document) {
        this.document = document;
    }

    static boolean isHtml(Response response) {
        String type = response.fields().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
    }

    static HtmlPage of(Response response) {
        return new HtmlPage(PARSER.newInstance().parseInput(response.body().text(), ""));
    }

    /** Policies in meta elements; a browser takes those in the head alone. */
    List<String> policies() {
        return document.head().select("meta[http-equiv]").stream()
                .filter(meta -> meta.attr("http-equiv").strip().equalsIgnoreCase(NAME))
                .map(meta -> meta.attr("content"))
                .toList();
    }

    /** Whether a meta element carries a report-only policy, which does nothing. */
    boolean reportsInMeta() {
        return document.select("meta[http-equiv]").stream()
                .anyMatch(meta ->
                        meta.attr("http-equiv").strip().equalsIgnoreCase(NAME + "-report-only"));
    }

    /** The nonces that script elements carry. */
    Set<String> nonces() {
        return document.select("script[nonce]").stream()
                .map(script -> script.attr("nonce"))
                .collect(Collectors.toSet());
    }

    /**
     * The nonces of script elements whose URL an injected base element may change: relative ones in
     * the body of a page without a base element of its own. Scripts of the head are asked for
     * before anything is injected into the body, and the first base element wins (HTML, section
     * 4.2.3).
     */
    Set<String> noncesOfRelativeScripts() {
        if (!document.head().select("base[href]").isEmpty()) {
            return Set.of();
        }
        return document.body().select("script[nonce][src]").stream()
                .filter(script -> isRelative(script))
                .map(script -> script.attr("nonce"))
                .collect(Collectors.toSet());
    }

    private static boolean isRelative(Element script) {
        String url = script.attr("src").strip();
        if (url.isEmpty() || url.startsWith("//") || url.startsWith("\\\\")) {
            return false;
        }
        int colon = url.indexOf(':');
        int slash = url.indexOf('/');
        return colon < 0 || (slash >= 0 && slash < colon);
    }
}
