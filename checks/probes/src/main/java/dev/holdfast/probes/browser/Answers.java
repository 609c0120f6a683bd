package dev.holdfast.probes.browser;

import dev.holdfast.probes.exchange.Body;
import dev.holdfast.probes.exchange.Field;
import dev.holdfast.probes.exchange.Fields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Answers the requests of one page in the place of the network. */
final class Answers {
    // They told how the body came over the wire; the browser gets the body itself.
    private static final Set<String> OF_THE_WIRE =
            Set.of("content-length", "transfer-encoding", "connection", "keep-alive");

    private final DevTools devTools;
    private final String session;

    Answers(DevTools devTools, String session) {
        this.devTools = devTools;
        this.session = session;
    }

    // Fetch.continueResponse with another policy would not be obeyed (measured: no violation).
    void give(String id, int status, Fields fields, Body body)
            throws BrowserProblem, InterruptedException {
        var _ =
                devTools.send(
                        session,
                        "Fetch.fulfillRequest",
                        Map.of(
                                "requestId",
                                id,
                                "responseCode",
                                status,
                                "binaryResponseHeaders",
                                base64(lines(fields)),
                                "body",
                                base64(body.bytes())));
    }

    // A navigation that is aborted leaves the page where it is.
    void refuse(String id) throws BrowserProblem, InterruptedException {
        var _ =
                devTools.send(
                        session,
                        "Fetch.failRequest",
                        Map.of("requestId", id, "errorReason", "Aborted"));
    }

    private static byte[] lines(Fields fields) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<Field> all = fields.lines();
        for (Field field : all) {
            if (!OF_THE_WIRE.contains(field.name().toLowerCase(Locale.ROOT))) {
                lines.writeBytes((field.name() + ": ").getBytes(StandardCharsets.US_ASCII));
                lines.writeBytes(field.value().getBytes(charset(field.value())));
                lines.write(0);
            }
        }
        return lines.toByteArray();
    }

    private static Charset charset(String value) {
        return value.chars().allMatch(c -> c <= 0xFF)
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
