package dev.holdfast.secrets.verify;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a host answered: hostile input, at most as long as the transport reads. */
final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /** Header names are lower-case. */
    Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    byte[] body() {
        return body.clone();
    }

    /** Whether it is a page for people, as captive portals and error pages of proxies are. */
    boolean page() {
        return html()
                || new String(body, StandardCharsets.ISO_8859_1).stripLeading().startsWith("<");
    }

    boolean html() {
        return header("content-type").toLowerCase(Locale.ROOT).contains("html");
    }

    boolean typedXml() {
        String type = header("content-type").toLowerCase(Locale.ROOT);
        return type.contains("xml") && !html();
    }

    boolean typedJson() {
        return header("content-type").toLowerCase(Locale.ROOT).contains("json");
    }

    @Override
    public String toString() {
        return "status " + status + ", " + body.length + " bytes";
    }
}
