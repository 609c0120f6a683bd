package dev.holdfast.probes.answer;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads HTML as a browser does that runs scripts: what is in {@code <noscript>} is then text (HTML,
 * section 4.12.2), and what is in {@code <template>} is in no document (section 4.12.3).
 */
public final class ScriptingHtml {
    private static final String NOSCRIPT = "noscript";

    // Deeper elements stay, side by side: a page of nothing but beginnings costs three times less.
    private static final int MOST_DEPTH = 128;

    /** Elements whose content holds no elements (HTML, section 13.2.6). */
    private static final Set<String> TEXT =
            Set.of(
                    "script",
                    "style",
                    "title",
                    "textarea",
                    "xmp",
                    "iframe",
                    "noembed",
                    "noframes",
                    NOSCRIPT);

    private final String html;
    private final StringBuilder kept = new StringBuilder();
    private int at;

    private ScriptingHtml(String html) {
        this.html = html;
    }

    /**
     * The document, in time that grows with the text's length.
     *
     * @param url what relative addresses are relative to, or empty
     */
    public static Document parse(String html, String url) {
        return whole(withoutNoscript(html), url);
    }

    /**
     * The document of a browser without scripts, in which what is in {@code <noscript>} is parsed.
     *
     * @param url what relative addresses are relative to, or empty
     */
    public static Document whole(String html, String url) {
        // No browser takes a byte order mark for text, which would end the head.
        String bare = html.startsWith("\uFEFF") ? html.substring(1) : html;
        return Parser.htmlParser().setMaxDepth(MOST_DEPTH).parseInput(bare, url);
    }

    /** Whether it is in the document, and not in a template's content. */
    public static boolean inDocument(Element element) {
        return element.closest("template") == null;
    }

    /** Whether a browser without scripts would see more of it. */
    public static boolean hides(String html) {
        return html.toLowerCase(Locale.ROOT).contains("<" + NOSCRIPT);
    }

    static String withoutNoscript(String html) {
        return hides(html) ? new ScriptingHtml(html).without() : html;
    }

    private String without() {
        int from = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                break;
            }
            if (html.startsWith("<!--", open)) {
                at = commentEnd(open);
            } else if (open + 1 < html.length() && letter(html.charAt(open + 1))) {
                String name = name(open + 1);
                at = tagEnd(open + 1 + name.length());
                if (TEXT.contains(name)) {
                    int end = textEnd(name);
                    if (name.equals(NOSCRIPT)) {
                        kept.append(html, from, at);
                        from = end;
                    }
                    at = end;
                }
            } else {
                at = open + 1;
            }
        }
        return kept.append(html, from, html.length()).toString();
    }

    private int commentEnd(int open) {
        for (String empty : new String[] {"<!-->", "<!--->"}) {
            if (html.startsWith(empty, open)) {
                return open + empty.length();
            }
        }
        for (int i = html.indexOf("--", open + 4); i >= 0; i = html.indexOf("--", i + 1)) {
            if (html.startsWith("-->", i)) {
                return i + 3;
            }
            if (html.startsWith("--!>", i)) {
                return i + 4;
            }
        }
        return html.length();
    }

    private String name(int start) {
        int end = start;
        while (end < html.length() && !endsName(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    // A quote counts only where a value begins.
    private int tagEnd(int start) {
        boolean value = false;
        for (int i = start; i < html.length(); i++) {
            char letter = html.charAt(i);
            if (value && (letter == '"' || letter == '\'')) {
                int close = html.indexOf(letter, i + 1);
                if (close < 0) {
                    return html.length();
                }
                i = close;
                value = false;
            } else if (letter == '>') {
                return i + 1;
            } else {
                value = letter == '=' || (value && white(letter));
            }
        }
        return html.length();
    }

    private int textEnd(String name) {
        for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
            int end = i + 2 + name.length();
            if (html.regionMatches(true, i + 2, name, 0, name.length())
                    && end < html.length()
                    && endsName(html.charAt(end))) {
                return i;
            }
        }
        return html.length();
    }

    private static boolean endsName(char letter) {
        return letter == '>' || letter == '/' || white(letter);
    }

    private static boolean white(char letter) {
        return letter == ' '
                || letter == '\t'
                || letter == '\n'
                || letter == '\f'
                || letter == '\r';
    }

    private static boolean letter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }
}
