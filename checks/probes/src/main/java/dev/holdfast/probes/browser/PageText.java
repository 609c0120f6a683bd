package dev.holdfast.probes.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * The bytes of an HTML page, read as Latin-1 so that each place in the text is a place in the
 * bytes: marks of HTML are ASCII in every charset that the web uses but UTF-16.
 */
final class PageText {
    private static final int MOST_DEPTH = 128;
    private static final String META = "meta[http-equiv]";

    private final String text;
    private final Document document;

    PageText(byte[] bytes) {
        text = new String(bytes, StandardCharsets.ISO_8859_1);
        document =
                Parser.htmlParser()
                        .setTrackPosition(true)
                        .setMaxDepth(MOST_DEPTH)
                        .parseInput(text, "");
    }

    /** The nonces in the attributes of elements that may have one. */
    Set<String> nonces() {
        Set<String> nonces = new TreeSet<>();
        for (Element element : document.select("script[nonce], style[nonce], link[nonce]")) {
            nonces.add(element.attr("nonce"));
        }
        nonces.remove("");
        return nonces;
    }

    /** Whether style sheets have nonces, too. */
    boolean stylesHaveNonces() {
        return !document.select("style[nonce], link[nonce]").isEmpty();
    }

    /** The policies in {@code meta} elements, as they stand there. */
    List<String> policies() {
        return document.select(META).stream()
                .filter(PageText::policy)
                .map(element -> element.attr("content"))
                .toList();
    }

    /** The bytes with blanks in the place of every {@code meta} element that holds a policy. */
    byte[] withoutPolicies() {
        StringBuilder blanked = new StringBuilder(text);
        for (Element element : document.select(META)) {
            Range range = element.sourceRange();
            if (policy(element) && range.isTracked()) {
                for (int i = range.startPos(); i < range.endPos(); i++) {
                    blanked.setCharAt(i, ' ');
                }
            }
        }
        return blanked.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean policy(Element meta) {
        return meta.attr("http-equiv")
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals("content-security-policy");
    }
}
