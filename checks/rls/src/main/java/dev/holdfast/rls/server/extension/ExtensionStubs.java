package dev.holdfast.rls.server.extension;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All stand-ins, read from one resource: each begins with {@code --- name version [schema]}. */
public final class ExtensionStubs {
    private static final String RESOURCE = "extensions.sql";
    private static final String BEGINNING = "--- ";

    private ExtensionStubs() {}

    /** Every stand-in, in the order of the resource. */
    public static List<ExtensionStub> all() throws IOException {
        try (InputStream in = ExtensionStubs.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the resource " + RESOURCE + " is missing");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<ExtensionStub> read(String text) {
        List<ExtensionStub> stubs = new ArrayList<>();
        for (String part : text.split("(?m)^(?=" + BEGINNING + ")", -1)) {
            if (part.startsWith(BEGINNING)) {
                int line = part.indexOf('\n');
                List<String> words =
                        List.of(part.substring(BEGINNING.length(), line).strip().split(" ", -1));
                stubs.add(
                        new ExtensionStub(
                                words.get(0),
                                words.get(1),
                                words.size() > 2 ? words.get(2) : "",
                                part.substring(line + 1)));
            }
        }
        return List.copyOf(stubs);
    }
}
