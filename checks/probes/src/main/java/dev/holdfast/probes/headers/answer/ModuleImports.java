package dev.holdfast.probes.headers.answer;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What inline scripts import. Only an import map can give an import its hash (HTML, "import map
 * integrity").
 */
final class ModuleImports {
    /** At the beginning of a statement, so that a comment that speaks of one is none. */
    private static final Pattern STATIC =
            Pattern.compile(
                    "(?m)(?:^|[;}]|\\*/)[ \\t]{0,200}(?:import|export)\\b[^;'\"`]{0,2000}"
                            + "[\"']([^\"'\\n]{1,2000})[\"']");

    private static final Pattern DYNAMIC =
            Pattern.compile("\\bimport[ \\t]{0,50}\\([ \\t]{0,50}[\"'`]([^\"'`\\n]{1,2000})[\"'`]");
    private static final Pattern PAIR =
            Pattern.compile("\"([^\"]{1,2000})\"\\s{0,50}:\\s{0,50}\"([^\"]{0,2000})\"");
    private static final Pattern HASH = Pattern.compile("\\s{0,9}sha(?:256|384|512)-.*");

    private final Map<String, String> hashes;

    /** With the import maps of that page. */
    ModuleImports(Document page) {
        hashes = hashes(page);
    }

    List<Page.Load> of(Element script) {
        List<Page.Load> all = new ArrayList<>();
        String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
        String base = script.baseUri();
        if (type.equals("importmap")) {
            Matcher pairs = PAIR.matcher(script.data());
            while (pairs.find()) {
                if (!HASH.matcher(pairs.group(2)).matches()) {
                    add(all, base, pairs.group(2));
                }
            }
            return all;
        }
        boolean module = type.equals("module");
        if (!module && !type.isEmpty() && !type.endsWith("javascript")) {
            return all;
        }
        for (Pattern form : module ? List.of(STATIC, DYNAMIC) : List.of(DYNAMIC)) {
            Matcher imports = form.matcher(text(script));
            while (imports.find()) {
                add(all, base, imports.group(1));
            }
        }
        return all;
    }

    /** In SVG a script's text is no data. */
    private static String text(Element script) {
        return script.data().isEmpty() ? script.wholeText() : script.data();
    }

    /** A bare name is that of an import map, which names the address itself. */
    private void add(List<Page.Load> all, String base, String named) {
        String small = named.toLowerCase(Locale.ROOT);
        if (small.startsWith("/")
                || small.startsWith("./")
                || small.startsWith("../")
                || small.startsWith("http:")
                || small.startsWith("https:")) {
            String url = absolute(base, named);
            all.add(new Page.Load(Page.Kind.SCRIPT, url, hashes.getOrDefault(url, ""), true));
        }
    }

    /** The hashes of every import map of the page, by absolute address. */
    private static Map<String, String> hashes(Document page) {
        Map<String, String> hashes = new HashMap<>();
        for (Element map : page.select("script[type=importmap]")) {
            Matcher pairs = PAIR.matcher(map.data());
            while (pairs.find()) {
                if (HASH.matcher(pairs.group(2)).matches()) {
                    hashes.putIfAbsent(absolute(map.baseUri(), pairs.group(1)), pairs.group(2));
                }
            }
        }
        return hashes;
    }

    /** The address, or as it stands when it cannot be made absolute. */
    static String absolute(String base, String named) {
        try {
            return URI.create(base).resolve(named.strip()).toString();
        } catch (IllegalArgumentException odd) {
            return named.strip().startsWith("//") ? "https:" + named.strip() : named.strip();
        }
    }
}
