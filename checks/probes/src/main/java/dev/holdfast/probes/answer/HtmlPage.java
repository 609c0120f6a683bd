package dev.holdfast.probes.answer;

import dev.holdfast.probes.exchange.Response;
import java.util.Locale;

/** Tells a page for people from an answer for programs, by its first bytes. */
final class HtmlPage {
    private static final int BEGINNING = 256;

    private HtmlPage() {}

    /** Whether the body is a whole HTML page, whatever its media type. */
    static boolean is(Response response) {
        String text = response.body().text().stripLeading();
        String start =
                text.substring(0, Math.min(BEGINNING, text.length())).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}
