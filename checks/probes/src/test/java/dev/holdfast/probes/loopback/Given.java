package dev.holdfast.probes.loopback;

import dev.holdfast.probes.exchange.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer as a test's server gives it. */
public record Given(int status, List<Field> fields, String body) {
    public Given {
        fields = List.copyOf(fields);
    }

    /** An answer without fields of its own. */
    public static Given of(int status, String body) {
        return new Given(status, List.of(), body);
    }

    /** 200. */
    public static Given ok(String body) {
        return of(200, body);
    }

    /** 302 to that place. */
    public static Given redirect(String place) {
        return of(302, "").with("Location", place);
    }

    /** The same with one more field. */
    public Given with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Given(status, more, body);
    }

    /** On the wire; the answer to a HEAD has no body. */
    byte[] bytes(String method) {
        StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append(" Said\r\n");
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n\r\n");
        if (!method.equals("HEAD")) {
            text.append(body);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
