package dev.holdfast.commands.report;

/**
 * HTML under construction: what comes from a report goes through {@link #text} and nowhere else.
 */
final class HtmlText {
    private final StringBuilder html = new StringBuilder(32_768);

    /** Markup of our own. */
    HtmlText raw(String markup) {
        html.append(markup);
        return this;
    }

    /** Text from anywhere, safe between tags and in double-quoted attributes. */
    HtmlText text(String text) {
        String shown = Visible.line(text);
        for (int i = 0; i < shown.length(); i++) {
            char each = shown.charAt(i);
            switch (each) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(each);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
