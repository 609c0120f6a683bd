package dev.holdfast.probes.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the policy for what a page uses. */
public final class Suggester {
    private static final List<String> PLAIN =
            List.of(
                    "img-src",
                    "font-src",
                    "connect-src",
                    "media-src",
                    "frame-src",
                    "worker-src",
                    "manifest-src");

    private Suggester() {}

    /** The strictest policy that allows it all. */
    public static Suggestion suggest(PageUse use) {
        Map<String, String> policy = new LinkedHashMap<>();
        List<String> weaknesses = new ArrayList<>();
        policy.put("default-src", "'none'");
        script(use, policy, weaknesses);
        style(use, policy, weaknesses);
        for (String directive : PLAIN) {
            Set<String> sources = sources(use, directive);
            if (!sources.isEmpty()) {
                policy.put(directive, String.join(" ", sources));
            }
        }
        Set<String> objects = sources(use, "object-src");
        policy.put("object-src", orNone(objects));
        if (!objects.isEmpty()) {
            weaknesses.add("the page uses object or embed: replace them, then say 'none'");
        }
        Set<String> bases = sources(use, "base-uri");
        policy.put("base-uri", orNone(bases));
        Set<String> forms = new TreeSet<>();
        use.formOrigins().forEach(origin -> forms.add(source(use, origin)));
        policy.put("form-action", orNone(forms));
        StringBuilder text = new StringBuilder();
        policy.forEach((name, value) -> append(text, name + " " + value));
        use.kept().stream()
                .filter(directive -> !policy.containsKey(directive.split(" ", 2)[0]))
                .forEach(directive -> append(text, directive));
        return new Suggestion(text.toString(), weaknesses);
    }

    private static void script(PageUse use, Map<String, String> policy, List<String> weaknesses) {
        Set<String> elements = new TreeSet<>();
        if (use.nonce()) {
            elements.add("'nonce-" + Suggestion.NONCE + "'");
        }
        if (use.strictDynamic()) {
            elements.add("'strict-dynamic'");
        }
        Set<String> hosts = sources(use, "script-src-elem");
        if (hosts.removeIf(source -> source.equals("data:") || source.equals("blob:"))) {
            weaknesses.add(
                    "a script comes from a data: or blob: address, which is not in the policy: who"
                            + " may inject an element could run anything by it");
        }
        elements.addAll(hosts);
        elements.addAll(quoted(hashes(use, "script-src-elem")));
        if (seen(use, "script-src", "eval")) {
            elements.add("'unsafe-eval'");
            weaknesses.add("the page evaluates strings ('unsafe-eval'): rewrite that code");
        } else if (seen(use, "script-src", "wasm-eval")) {
            elements.add("'wasm-unsafe-eval'");
        }
        if (!use.scriptAddresses().isEmpty()) {
            elements.add("'unsafe-hashes'");
            elements.addAll(quoted(use.scriptAddresses()));
            weaknesses.add(
                    "the page has javascript: links ('unsafe-hashes' and a hash for each): make"
                            + " them buttons with an event listener");
        }
        policy.put("script-src", orNone(elements));
        Set<String> handlers = hashes(use, "script-src-attr");
        if (!handlers.isEmpty()) {
            policy.put("script-src-attr", "'unsafe-hashes' " + String.join(" ", quoted(handlers)));
            weaknesses.add(
                    "the page has event handlers in attributes ('unsafe-hashes' and a hash for"
                            + " each): use addEventListener");
        } else if (!use.scriptAddresses().isEmpty()) {
            // Without it the hashes of links would count for handlers, too.
            policy.put("script-src-attr", "'none'");
        }
    }

    private static void style(PageUse use, Map<String, String> policy, List<String> weaknesses) {
        Set<String> elements = sources(use, "style-src-elem");
        Set<String> inline = hashes(use, "style-src-elem");
        elements.addAll(quoted(inline));
        if (use.styleNonce()) {
            elements.add("'nonce-" + Suggestion.NONCE + "'");
        }
        Set<String> attributes = hashes(use, "style-src-attr");
        if (!elements.isEmpty()) {
            policy.put("style-src", String.join(" ", elements));
        }
        if (!attributes.isEmpty()) {
            policy.put("style-src-attr", "'unsafe-hashes' " + String.join(" ", quoted(attributes)));
            weaknesses.add(
                    "the page has style attributes ('unsafe-hashes' and a hash for each): use"
                            + " classes");
        }
    }

    private static void append(StringBuilder text, String directive) {
        text.append(text.isEmpty() ? "" : "; ").append(directive);
    }

    private static String orNone(Set<String> sources) {
        return sources.isEmpty() ? "'none'" : String.join(" ", sources);
    }

    private static boolean seen(PageUse use, String directive, String what) {
        return use.sightings().stream()
                .anyMatch(each -> each.directive().equals(directive) && each.what().equals(what));
    }

    private static Set<String> sources(PageUse use, String directive) {
        Set<String> sources = new TreeSet<>();
        for (Sighting sighting : use.sightings()) {
            if (sighting.directive().equals(directive) && sighting.what().indexOf(':') > 0) {
                sources.add(source(use, sighting.what()));
            }
        }
        return sources;
    }

    private static String source(PageUse use, String origin) {
        return origin.equals(use.origin()) ? "'self'" : origin;
    }

    private static Set<String> hashes(PageUse use, String directive) {
        Set<String> hashes = new TreeSet<>();
        for (Sighting sighting : use.sightings()) {
            if (sighting.directive().equals(directive)) {
                hashes.addAll(sighting.hashes());
            }
        }
        return hashes;
    }

    private static List<String> quoted(Collection<String> hashes) {
        return hashes.stream().sorted().map(hash -> "'" + hash + "'").toList();
    }
}
