package dev.holdfast.secrets.env;

import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.engine.Needle.Edges;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms in which built output may carry a value. */
public final class Encodings {

    private Encodings() {}

    /**
     * One needle for each form that differs from those before it and is long enough to be one; of a
     * value of three bytes or fewer there may be none.
     */
    public static List<Needle> of(EnvVariable variable) {
        String value = variable.value();
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(value, "plain");
        text(value, forms);
        Edges edges = Eligibility.search(variable) == Search.WORD ? Edges.WHOLE_WORD : Edges.ANY;
        List<Needle> needles = new ArrayList<>();
        forms.forEach((form, encoding) -> {
            byte[] bytes = utf8(form);
            if (bytes.length >= Needle.FEWEST) {
                needles.add(new Needle(variable.name(), encoding, bytes, edges));
            }
        });
        byte[] latin1 = value.getBytes(StandardCharsets.ISO_8859_1);
        if (latin1.length >= Needle.FEWEST
                && new String(latin1, StandardCharsets.ISO_8859_1).equals(value)
                && latin1.length < utf8(value).length) {
            needles.add(new Needle(variable.name(), "latin-1", latin1, edges));
        }
        needles.addAll(Base64Forms.of(variable.name(), utf8(value)));
        return needles;
    }

    /** A secret that is too short to be looked for, as it stands; it is only not to be shown. */
    public static Optional<Needle> ofShort(EnvVariable variable) {
        byte[] bytes = utf8(variable.value());
        return Eligibility.isShortSecret(variable) && bytes.length >= Needle.FEWEST
                ? Optional.of(new Needle(variable.name(), "plain", bytes, Edges.WHOLE_WORD))
                : Optional.empty();
    }

    private static void text(String value, Map<String, String> forms) {
        String json = Escapes.quoted(value, '"');
        String twice = Escapes.quoted(json, '"');
        put(forms, json, "json");
        put(forms, twice, "json-twice");
        scripts(json, "json", forms);
        scripts(twice, "json-twice", forms);
        put(forms, Escapes.ascii(json, false), "json");
        put(forms, Escapes.ascii(json, true), "json");
        put(forms, Escapes.latin1(json), "json");
        String single = Escapes.quoted(value, '\'');
        put(forms, single, "single-quoted");
        put(forms, Escapes.quoted(single, '"'), "single-quoted");
        String template = Escapes.template(value);
        put(forms, template, "template");
        put(forms, Escapes.quoted(template, '"'), "template");
        put(forms, value.replace("/", "\\/"), "escaped-slashes");
        put(forms, json.replace("/", "\\/"), "escaped-slashes");
        for (String each : List.of(value, json)) {
            put(forms, Escapes.html(each, "&#x27;"), "html");
            put(forms, Escapes.html(each, "&#39;"), "html");
            put(forms, Escapes.html(each, "&#039;"), "html");
            put(forms, Escapes.html(each, "'"), "html");
            put(forms, Escapes.htmlText(each), "html");
            put(forms, Escapes.htmlAttribute(each), "html");
            put(forms, Escapes.mustache(each), "html");
            put(forms, Escapes.handlebars(each), "html");
            put(forms, Escapes.numbered(each), "html");
            put(forms, Escapes.numbered(each).replace("+", "&#43;"), "html");
        }
        // PHP.
        put(forms, Escapes.ascii(json, false).replace("/", "\\/"), "json");
        for (String each : Spelled.all(value)) {
            put(forms, each, "spelled");
        }
        String once = PercentEncoding.COMPONENT.encode(value);
        put(forms, PercentEncoding.COMPONENT.encode(once), "url-twice");
        for (PercentEncoding each : PercentEncoding.values()) {
            String url = each.encode(value);
            put(forms, url, "url");
            put(forms, PercentEncoding.lowerCase(url), "url");
        }
    }

    /** In a script inside HTML. */
    private static void scripts(String json, String encoding, Map<String, String> forms) {
        // Next.js, Remix, Go and Rails.
        put(forms, Escapes.escaping("<>&", json, false), encoding);
        // Django.
        put(forms, Escapes.escaping("<>&", json, true), encoding);
        // serialize-javascript.
        put(forms, Escapes.escaping("<>/", json, true), encoding);
        // devalue: SvelteKit and Nuxt.
        put(forms, Escapes.escaping("<", json, true), encoding);
        put(forms, Escapes.escaping("<", json, false), encoding);
    }

    private static void put(Map<String, String> forms, String form, String encoding) {
        forms.putIfAbsent(form, encoding);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
