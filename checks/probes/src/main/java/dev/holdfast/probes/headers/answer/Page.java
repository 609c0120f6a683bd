package dev.holdfast.probes.headers.answer;

import dev.holdfast.probes.answer.ScriptingHtml;
import dev.holdfast.probes.headers.field.ReferrerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an HTML page holds for the rules that look into it.
 *
 * @param metas by http-equiv
 * @param referrer the policy of the last {@code <meta name=referrer>} that names one
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
        FORM,
        /** Something that was not looked into; the address says what. */
        UNREAD
    }

    /**
     * Something that is loaded.
     *
     * @param url absolute, or as it stands when it cannot be made so
     */
    public record Load(Kind kind, String url, String integrity, boolean crossOrigin) {}

    /** Reads the page; any text is one. */
    public static Page of(String html, String url) {
        Document document = ScriptingHtml.parse(html, url);
        // What only a browser without scripts loads is loaded all the same.
        Document all = ScriptingHtml.hides(html) ? ScriptingHtml.whole(html, url) : document;
        Loads reader = new Loads(all);
        List<Meta> metas = new ArrayList<>();
        List<Load> loads = new ArrayList<>();
        Optional<String> referrer = Optional.empty();
        for (Element each : all.getAllElements()) {
            loads.addAll(reader.of(each));
        }
        for (Element each : document.select("meta")) {
            if (!ScriptingHtml.inDocument(each)) {
                continue;
            }
            if (each.hasAttr("http-equiv")) {
                metas.add(
                        new Meta(
                                each.attr("http-equiv").strip().toLowerCase(Locale.ROOT),
                                each.attr("content").strip()));
            }
            if (each.attr("name").strip().equalsIgnoreCase("referrer")) {
                Optional<String> said = ReferrerPolicy.ofMeta(each.attr("content"));
                referrer = said.isPresent() ? said : referrer;
            }
        }
        String start = html.substring(0, Math.min(CHARSET_WITHIN, html.length()));
        return new Page(
                metas,
                referrer,
                start.startsWith("\uFEFF") || start.toLowerCase(Locale.ROOT).contains("charset="),
                loads);
    }
}
