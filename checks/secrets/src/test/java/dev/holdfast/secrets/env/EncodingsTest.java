package dev.holdfast.secrets.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.engine.Engine;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Needle;
import dev.holdfast.secrets.rule.Alphabet;
import dev.holdfast.secrets.rule.TokenForge;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.io.JsonStringEncoder;

class EncodingsTest {
    // More in a row: -Dfuzz.values=5000
    private static final int VALUES = Integer.getInteger("fuzz.values", 500);

    // All that some encoder treats in its own way.
    private static final String SPECIAL = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\nüß🏮";

    private static EnvVariable variable(String name, String value) {
        return new EnvVariable(name, value, ".env", 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Match> found(EnvVariable variable, String text) {
        byte[] bytes = utf8(text);
        return Engine.of(List.of(), Encodings.of(variable)).scan(bytes, bytes.length);
    }

    private static String json(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
    }

    /** What encoders that are not ours make of a value. */
    private static Map<String, String> encoded(String value, Random random) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("plain", value);
        all.put("json", json(value));
        all.put("json twice", json(json(value)));
        all.put(
                "json for HTML",
                json(value)
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026"));
        all.put(
                "flight data in HTML",
                json(json(value))
                        .replace("<", "\\u003c")
                        .replace(">", "\\u003e")
                        .replace("&", "\\u0026"));
        all.put(
                "serialize-javascript",
                json(value)
                        .replace("<", "\\u003C")
                        .replace(">", "\\u003E")
                        .replace("/", "\\u002F"));
        all.put(
                "form",
                URLEncoder.encode(value, StandardCharsets.UTF_8)
                        .replace("*", "*")
                        .replace("%7E", "%7E"));
        all.put(
                "React",
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#x27;"));
        all.put(
                "Vue",
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;"));
        all.put("attribute", value.replace("&", "&amp;").replace("\"", "&quot;"));
        all.put("single quotes", json(value).replace("\\\"", "\"").replace("'", "\\'"));
        all.put("template", value.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${"));
        all.put("escaped slashes", json(value).replace("/", "\\/"));
        byte[] bytes = utf8(value);
        for (int shift = 0; shift < 3; shift++) {
            byte[] around = new byte[shift + bytes.length + random.nextInt(4)];
            random.nextBytes(around);
            System.arraycopy(bytes, 0, around, shift, bytes.length);
            all.put("base64 " + shift, Base64.getEncoder().encodeToString(around));
            all.put(
                    "base64url " + shift,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(around));
            all.put(
                    "base64 in JSON " + shift,
                    Base64.getEncoder().encodeToString(around).replace("/", "\\/"));
            all.put(
                    "base64 in a URL " + shift,
                    URLEncoder.encode(
                            Base64.getEncoder().encodeToString(around), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        int[] special = SPECIAL.codePoints().toArray();
        String plain = new TokenForge(random.nextLong()).text(Alphabet.BASE62, 60);
        int length = 8 + random.nextInt(30);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                value.appendCodePoint(special[random.nextInt(special.length)]);
            } else {
                value.append(plain.charAt(i));
            }
        }
        return value.toString();
    }

    @Test
    void findsEveryEncodingOfEveryValue() {
        for (long seed = 1; seed <= VALUES; seed++) {
            Random random = new Random(seed);
            String value = value(random);
            EnvVariable variable = variable("DB_PASSWORD", value);
            for (Map.Entry<String, String> each : encoded(value, random).entrySet()) {
                String before =
                        new TokenForge(seed).text(Alphabet.BASE64URL, random.nextInt(9) * 4);
                String text = before + "\"" + each.getValue() + "\"" + before;
                assertTrue(
                        !found(variable, text).isEmpty(),
                        "seed " + seed + ", " + each.getKey() + ": " + each.getValue());
            }
        }
    }

    @Test
    void findsWhatJavaScriptEncodes() {
        // Node.js 22: encodeURIComponent, encodeURI, escape of the form data of URLSearchParams.
        String value = "Wi n!'()*~/?&=+ü";
        EnvVariable variable = variable("DB_PASSWORD", value);
        for (String text :
                List.of(
                        "Wi%20n!'()*~%2F%3F%26%3D%2B%C3%BC",
                        "Wi%20n!'()*~%2f%3f%26%3d%2b%c3%bc",
                        "Wi%20n!'()*~/?&=+%C3%BC",
                        "Wi+n%21%27%28%29*%7E%2F%3F%26%3D%2B%C3%BC",
                        "Wi%20n%21%27%28%29%2A~%2F%3F%26%3D%2B%C3%BC",
                        "Wi n!'()*~/?&=+" + "\\u00fc",
                        "Wi n!'()*~/?&=+" + "\\u00FC",
                        "Wi n!'()*~/?&=+\\xFC")) {
            assertEquals(1, found(variable, "\"" + text + "\"").size(), text);
        }
    }

    @Test
    void coversAllCharactersOfBase64ThatCarryTheValue() {
        for (long seed = 1; seed <= 2 * VALUES; seed++) {
            Random random = new Random(seed);
            byte[] bytes =
                    utf8("k7" + new TokenForge(seed).text(Alphabet.BASE62, 6 + random.nextInt(9)));
            int shift = random.nextInt(3);
            byte[] around = new byte[shift + bytes.length + random.nextInt(4)];
            random.nextBytes(around);
            System.arraycopy(bytes, 0, around, shift, bytes.length);
            String base64 = Base64.getEncoder().encodeToString(around);
            Match match =
                    found(
                                    variable(
                                            "DB_PASSWORD",
                                            new String(bytes, StandardCharsets.UTF_8)),
                                    base64)
                            .getFirst();
            int first = shift * 8 / 6;
            int last = ((shift + bytes.length) * 8 + 5) / 6;
            assertTrue(
                    match.start() <= first && match.end() >= last,
                    "seed " + seed + ": " + match + " in " + first + "-" + last);
        }
    }

    @Test
    void namesTheEncoding() {
        Map<String, String> expected =
                Map.of(
                        "a\"b<c&d/e k7Zp", "plain",
                        "a\\\"b<c&d/e k7Zp", "json",
                        "a\\\\\\\"b<c&d/e k7Zp", "json-twice",
                        "a&quot;b&lt;c&amp;d/e k7Zp", "html",
                        "a%22b%3Cc%26d%2Fe%20k7Zp", "url");
        EnvVariable variable = variable("DB_PASSWORD", "a\"b<c&d/e k7Zp");
        expected.forEach((text, encoding) -> {
            Match match = found(variable, text).getFirst();
            assertEquals(
                    encoding,
                    ((dev.holdfast.secrets.engine.NeedleMatch) match).needle().encoding());
        });
    }

    @Test
    void aWordIsFoundAsAWholeWord() {
        EnvVariable variable = variable("DB_PASSWORD", "winterreset");
        assertEquals(1, found(variable, "\"winterreset\"").size());
        assertEquals(1, found(variable, "u:winterreset@h").size());
        assertEquals(0, found(variable, "winterresets").size());
        assertEquals(0, found(variable, "midwinterreset").size());
        assertEquals(
                1,
                found(variable, Base64.getEncoder().encodeToString(utf8("u:winterreset"))).size());
    }

    @Test
    void findsNothingInRandomText() {
        List<Needle> needles = new ArrayList<>();
        Random random = new Random(99);
        for (int i = 0; i < 200; i++) {
            needles.addAll(Encodings.of(variable("V" + i + "_SECRET", value(random))));
        }
        needles.addAll(Encodings.of(variable("SHORT_PASSWORD", "Winter!6")));
        Engine engine = Engine.of(List.of(), needles);
        for (Alphabet alphabet : Alphabet.values()) {
            byte[] text = utf8(new TokenForge(alphabet.ordinal()).text(alphabet, 1 << 20));
            assertEquals(List.of(), engine.scan(text, text.length), alphabet.name());
        }
        byte[] noise = new byte[4 << 20];
        random.nextBytes(noise);
        assertEquals(List.of(), engine.scan(noise, noise.length));
    }

    @Test
    void leavesOutFormsThatAreTooShort() {
        for (String value : List.of("", "a", "ab", "abc", "abcd", "abcde")) {
            List<String> forms =
                    Encodings.of(variable("A", value)).stream().map(Needle::encoding).toList();
            assertEquals(value.length() >= 4, forms.contains("plain"), value);
        }
        assertEquals(List.of(), Encodings.of(variable("A", "")));
    }

    @Test
    void namesNoValueInItsNeedles() {
        for (Needle needle : Encodings.of(variable("DB_PASSWORD", "Winter2026!"))) {
            assertEquals("DB_PASSWORD", needle.name());
            assertTrue(!needle.toString().contains("Winter"));
        }
    }

    @Test
    void formsOfTemplatesAndObfuscatorsAreFound() {
        EnvVariable variable = variable("SHOP_PASSWORD", "k'Q8/zz+Top=9\"x&`ü");
        for (String text :
                List.of(
                        "k&#39;Q8&#x2F;zz+Top&#x3D;9&quot;x&amp;&#x60;ü",
                        "k&#x27;Q8/zz+Top&#x3D;9&quot;x&amp;&#x60;ü",
                        "k&#39;Q8/zz+Top=9&#34;x&amp;`ü",
                        "k&#39;Q8/zz&#43;Top=9&#34;x&amp;`ü",
                        "k'Q8\\/zz+Top=9\\\"x&`\\u00fc",
                        "k'Q8%252Fzz%252BTop%253D9%2522x%2526%2560%25C3%25BC",
                        "&#107;&#39;&#81;&#56;&#47;&#122;&#122;&#43;&#84;&#111;&#112;&#61;&#57;&#34;"
                                + "&#120;&#38;&#96;&#252;",
                        "&#x6b;&#x27;&#x51;&#x38;&#x2f;&#x7a;&#x7a;&#x2b;&#x54;&#x6f;&#x70;&#x3d;"
                                + "&#x39;&#x22;&#x78;&#x26;&#x60;&#xfc;",
                        "\\153\\047\\121\\070\\057\\172\\172\\053\\124\\157\\160\\075\\071"
                                + "\\042\\170\\046\\140\\303\\274",
                        "%6B%27%51%38%2F%7A%7A%2B%54%6F%70%3D%39%22%78%26%60%C3%BC")) {
            assertEquals(1, found(variable, "x" + text + "y").size(), text);
        }
    }
}
