package dev.holdfast.probes.headers.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an HTML page holds for the rules that look into it.
 *
 * @param metas by http-equiv
 * @param referrer the value of the last {@code <meta name=referrer>}
 * @param charset whether it says its charset itself, in the first 1024 bytes
 * @param loads what it loads and sends to
 */
public record Page(List<Meta> metas, Optional<String> referrer, boolean charset, List<Load> loads) {
    /** No page. */
    public static final Page NONE = new Page(List.of(), Optional.empty(), false, List.of());

    private static final int CHARSET_WITHIN = 1_024;

    public Page {
        metas = List.copyOf(metas);
        loads = List.copyOf(loads);
    }

    /** A {@code <meta http-equiv>}. */
    public record Meta(String name, String content) {}

    /** How an element loads something. */
    public enum Kind {
        /** A script. */
        SCRIPT,
        /** A style sheet. */
        STYLE,
        /** A frame, an object or an embedded document. */
        FRAME,
        /** An image, sound or video. */
        MEDIA,
        /** Where a form is sent. */
        FORM
    }

    /**
     * Something that is loaded.
     *
     * @param url absolute, or as it stands when it cannot be made so
     */
    public record Load(Kind kind, String url, String integrity, boolean crossOrigin) {}

    /** Reads the page; any text is one. */
    public static Page of(String html, String url) {
        Document document = Jsoup.parse(html, url);
        List<Meta> metas =
                document.select("meta[http-equiv]").stream()
                        .map(each ->
                                new Meta(
                                        each.attr("http-equiv").strip().toLowerCase(Locale.ROOT),
                                        each.attr("content").strip()))
                        .toList();
        Optional<String> referrer =
                document.select("meta[name=referrer]").stream()
                        .map(each -> each.attr("content").strip())
                        .reduce((before, last) -> last);
        String start = html.substring(0, Math.min(CHARSET_WITHIN, html.length()));
        return new Page(
                metas,
                referrer,
                start.startsWith("\uFEFF") || start.toLowerCase(Locale.ROOT).contains("charset="),
                loads(document));
    }

    private static List<Load> loads(Document document) {
        List<Load> loads = new ArrayList<>();
        add(loads, document, Kind.SCRIPT, "script[src]", "src");
        add(loads, document, Kind.SCRIPT, "link[rel~=(?i)^modulepreload$][href]", "href");
        add(loads, document, Kind.STYLE, "link[rel~=(?i)\\bstylesheet\\b][href]", "href");
        add(loads, document, Kind.FRAME, "iframe[src],frame[src],embed[src]", "src");
        add(loads, document, Kind.FRAME, "object[data]", "data");
        add(loads, document, Kind.MEDIA, "img[src],audio[src],video[src],source[src]", "src");
        add(loads, document, Kind.FORM, "form[action]", "action");
        return loads;
    }

    private static void add(
            List<Load> loads, Document document, Kind kind, String query, String attribute) {
        for (Element each : document.select(query)) {
            String absolute = each.absUrl(attribute);
            loads.add(
                    new Load(
                            kind,
                            absolute.isEmpty() ? each.attr(attribute).strip() : absolute,
                            each.attr("integrity"),
                            each.hasAttr("crossorigin")));
        }
    }
}
