package dev.holdfast.probes.csp;

import dev.holdfast.probes.answer.ScriptingHtml;
import dev.holdfast.probes.csp.judge.RelativeScripts;
import dev.holdfast.probes.exchange.Reading;
import dev.holdfast.probes.exchange.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What of a page counts for its policies, in a browser that runs scripts. */
final class HtmlPage {
    private static final String NAME = "content-security-policy";

    private final Document document;
    private final DocumentKind kind;

    private HtmlPage(Document document, DocumentKind kind) {
        this.document = document;
        this.kind = kind;
    }

    /** Whether a browser takes the answer for a document in which scripts run. */
    static boolean isDocument(Response response) {
        return DocumentKind.of(response) != DocumentKind.OTHER;
    }

    static HtmlPage of(Response response) {
        return new HtmlPage(
                ScriptingHtml.parse(Reading.of(response).text(), ""), DocumentKind.of(response));
    }

    /**
     * Policies in meta elements; a browser takes those that are children of the head alone (CSP3,
     * section 3.3). Other documents of XML than XHTML have no such element.
     */
    List<String> policies() {
        return kind == DocumentKind.XML
                ? List.of()
                : document.head().children().stream()
                        .filter(each -> each.normalName().equals("meta"))
                        .filter(meta -> meta.attr("http-equiv").strip().equalsIgnoreCase(NAME))
                        .map(meta -> meta.attr("content"))
                        .toList();
    }

    /** Whether a meta element carries a report-only policy, which does nothing. */
    boolean reportsInMeta() {
        return document.select("meta[http-equiv]").stream()
                .filter(ScriptingHtml::inDocument)
                .anyMatch(meta ->
                        meta.attr("http-equiv").strip().equalsIgnoreCase(NAME + "-report-only"));
    }

    /** The nonces that script elements carry. */
    Set<String> nonces() {
        return nonces(document, _ -> true);
    }

    /**
     * The scripts with a nonce whose URLs an injected base element may change: relative ones in the
     * body of a page without a base element of its own. Scripts of the head are asked for before
     * anything is injected into the body, and the first base element wins (HTML, section 4.2.3).
     */
    RelativeScripts relativeScripts() {
        if (document.head().select("base[href]").stream().anyMatch(ScriptingHtml::inDocument)) {
            return RelativeScripts.NONE;
        }
        Element body = document.body();
        Set<String> named = new HashSet<>(nonces(body, HtmlPage::namesRelative));
        named.addAll(nonces(body, script -> inline(script) && code(script).importsRelative()));
        return new RelativeScripts(
                named,
                nonces(body, script -> inline(script) && code(script).loadsRelative()),
                nonces(body, script -> inline(script) && code(script).loadsUnseen()));
    }

    private static Set<String> nonces(Element below, Predicate<Element> some) {
        return scripts(below)
                .filter(some)
                .map(script -> script.attr("nonce"))
                .collect(Collectors.toSet());
    }

    private static Stream<Element> scripts(Element below) {
        return below.select("script[nonce]").stream().filter(ScriptingHtml::inDocument);
    }

    private static boolean inline(Element script) {
        return !script.hasAttr("src");
    }

    private static ScriptCode code(Element script) {
        return new ScriptCode(script.data());
    }

    private static boolean namesRelative(Element script) {
        return script.hasAttr("src") && isRelative(script.attr("src").strip());
    }

    private static boolean isRelative(String url) {
        if (url.isEmpty() || url.startsWith("//") || url.startsWith("\\\\")) {
            return false;
        }
        int colon = url.indexOf(':');
        int slash = url.indexOf('/');
        return colon < 0 || (slash >= 0 && slash < colon);
    }
}
