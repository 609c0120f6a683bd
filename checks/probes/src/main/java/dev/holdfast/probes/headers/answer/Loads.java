package dev.holdfast.probes.headers.answer;

import dev.holdfast.probes.answer.ScriptingHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What one element of a page loads. */
final class Loads {
    /** A document in a document in a document: no page of sense goes deeper. */
    private static final int DEEPEST = 4;

    private static final Pattern STYLE_IMPORT =
            Pattern.compile("@import\\s{1,50}(?:url\\(\\s{0,50})?[\"']?([^\"'\\s)]{1,2000})");

    private final ModuleImports imports;
    private final int depth;

    /** Of the elements of that page. */
    Loads(Document page) {
        this(page, 0);
    }

    private Loads(Document page, int depth) {
        this.imports = new ModuleImports(page);
        this.depth = depth;
    }

    List<Page.Load> of(Element element) {
        List<Page.Load> all = new ArrayList<>();
        switch (element.normalName()) {
            case "script" -> script(all, element);
            case "style" -> style(all, element);
            case "link" -> linked(all, element);
            case "iframe" -> {
                load(all, Page.Kind.FRAME, element, "src");
                if (element.hasAttr("srcdoc")) {
                    inner(all, element);
                }
            }
            case "frame", "embed" -> load(all, Page.Kind.FRAME, element, "src");
            case "object" -> load(all, Page.Kind.FRAME, element, "data");
            case "img", "audio", "video", "source" -> load(all, Page.Kind.MEDIA, element, "src");
            case "form" -> load(all, Page.Kind.FORM, element, "action");
            default -> {
                // Loads nothing that is looked at.
            }
        }
        return all;
    }

    /** A srcdoc is a page of the same origin, with the addresses of the outer one. */
    private void inner(List<Page.Load> all, Element frame) {
        if (depth >= DEEPEST) {
            all.add(new Page.Load(Page.Kind.UNREAD, "an iframe deep in others", "", false));
            return;
        }
        Document page = ScriptingHtml.whole(frame.attr("srcdoc"), frame.baseUri());
        Loads inside = new Loads(page, depth + 1);
        for (Element each : page.getAllElements()) {
            all.addAll(inside.of(each));
        }
    }

    private void script(List<Page.Load> all, Element script) {
        if (vector(script)) {
            load(all, Page.Kind.SCRIPT, script, script.hasAttr("href") ? "href" : "xlink:href");
        } else {
            load(all, Page.Kind.SCRIPT, script, "src");
        }
        if (!script.hasAttr("src")) {
            all.addAll(imports.of(script));
        }
    }

    /** Whether it is SVG's script element, which names its address as links do. */
    private static boolean vector(Element script) {
        return script.closest("svg") != null;
    }

    private static void style(List<Page.Load> all, Element style) {
        Matcher named = STYLE_IMPORT.matcher(style.data());
        while (named.find()) {
            all.add(
                    new Page.Load(
                            Page.Kind.STYLE,
                            ModuleImports.absolute(style.baseUri(), named.group(1)),
                            "",
                            true));
        }
    }

    private static void linked(List<Page.Load> all, Element link) {
        List<String> words = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1));
        if (words.contains("stylesheet")) {
            load(all, Page.Kind.STYLE, link, "href");
        } else if (words.contains("modulepreload")) {
            load(all, Page.Kind.SCRIPT, link, "href");
        }
    }

    private static void load(
            List<Page.Load> all, Page.Kind kind, Element element, String attribute) {
        if (!element.hasAttr(attribute)) {
            return;
        }
        String absolute = element.absUrl(attribute);
        all.add(
                new Page.Load(
                        kind,
                        absolute.isEmpty() ? element.attr(attribute).strip() : absolute,
                        element.attr("integrity"),
                        element.hasAttr("crossorigin") || module(element)));
    }

    /** Modules are fetched with CORS whatever the element says (HTML, section 8.1.4.2). */
    private static boolean module(Element element) {
        return element.attr("type").strip().equalsIgnoreCase("module")
                || element.attr("rel").toLowerCase(Locale.ROOT).contains("modulepreload");
    }
}
