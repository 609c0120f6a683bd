package dev.holdfast.secrets.env;

/** How generators write a text into JavaScript, JSON and HTML. */
final class Escapes {

    private Escapes() {}

    /** Inside quotes of that kind; JSON when the quote is {@code "}. */
    static String quoted(String value, char quote) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                case '\\' -> escaped.append("\\\\");
                default -> {
                    if (each == quote) {
                        escaped.append('\\').append(each);
                    } else if (each < ' ') {
                        escaped.append(unicode(each, false));
                    } else {
                        escaped.append(each);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** Inside backticks: line ends stay. */
    static String template(String value) {
        return value.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("`", "\\`")
                .replace("${", "\\${");
    }

    /**
     * The same with those characters as four hexadecimal digits, in small letters or in capitals:
     * what could end a script or a comment inside HTML.
     */
    static String escaping(String characters, String json, boolean upperCase) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            escaped.append(
                    characters.indexOf(each) >= 0
                            ? unicode(each, upperCase)
                            : String.valueOf(each));
        }
        return escaped.toString();
    }

    /** Every character outside of ASCII as four hexadecimal digits. */
    static String ascii(String json, boolean upperCase) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            ascii.append(each > 0x7E ? unicode(each, upperCase) : String.valueOf(each));
        }
        return ascii.toString();
    }

    /** The same, with two digits where they are enough, as esbuild does. */
    static String latin1(String json) {
        StringBuilder ascii = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            ascii.append(
                    each <= 0x7E
                            ? String.valueOf(each)
                            : each <= 0xFF ? "\\x%02X".formatted((int) each) : unicode(each, true));
        }
        return ascii.toString();
    }

    private static String unicode(char each, boolean upperCase) {
        return (upperCase ? "\\u%04X" : "\\u%04x").formatted((int) each);
    }

    /** In HTML, with that for an apostrophe: React, Vue and PHP differ. */
    static String html(String value, String apostrophe) {
        return htmlText(value).replace("\"", "&quot;").replace("'", apostrophe);
    }

    /** As Mustache does. */
    static String mustache(String value) {
        return html(value, "&#39;")
                .replace("/", "&#x2F;")
                .replace("`", "&#x60;")
                .replace("=", "&#x3D;");
    }

    /** As Handlebars does. */
    static String handlebars(String value) {
        return html(value, "&#x27;").replace("`", "&#x60;").replace("=", "&#x3D;");
    }

    /** With numbers for quotes, as EJS, Jinja and Go do; Go writes a plus sign so too. */
    static String numbered(String value) {
        return htmlText(value).replace("\"", "&#34;").replace("'", "&#39;");
    }

    /** Between tags. */
    static String htmlText(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** In an attribute, as serialisers of the DOM do. */
    static String htmlAttribute(String value) {
        return value.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
