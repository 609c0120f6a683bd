package dev.holdfast.core.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * JSON text (RFC 8259) of maps, collections, streams, strings, numbers, booleans and nulls.
 *
 * <p>It is safe to look at: what would give a terminal an order or turn a line around is written as
 * an escape, which means the same to every reader of JSON.
 */
public final class JsonText {

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    // Closing after a failure would end a broken document as if it were whole.
                    .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
                    .characterEscapes(new VisibleEscapes())
                    .build();

    private JsonText() {}

    /**
     * The value as indented JSON that ends with a line feed.
     *
     * @throws IllegalArgumentException when a part of it is of another kind
     */
    public static String of(Object value) {
        StringWriter text = new StringWriter();
        generate(text, value);
        return text.append('\n').toString();
    }

    /**
     * Writes the same as UTF-8, part by part, so that a large document is never whole in memory;
     * does not close the stream.
     *
     * @throws IllegalArgumentException when a part of it is of another kind
     */
    public static void write(OutputStream out, Object value) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            generate(text, value);
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
        text.append('\n').flush();
    }

    /**
     * The value on one line, without a line feed: one of many in a file of JSON lines.
     *
     * @throws IllegalArgumentException when a part of it is of another kind
     */
    public static String line(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out, value);
        }
        return text.toString();
    }

    private static void generate(Writer text, Object value) {
        try (JsonGenerator out = JSON.createGenerator(new Indented(), text)) {
            write(out, value);
        }
    }

    /** Writes the value where the generator stands. */
    public static void write(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(wellFormed(text));
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Number number when Double.isFinite(number.doubleValue()) ->
                    out.writeNumber(number.toString());
            // JSON has no word for what is no number.
            case Number number -> out.writeString(number.toString());
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, part) -> {
                    out.writeName(wellFormed(String.valueOf(key)));
                    write(out, part);
                });
                out.writeEndObject();
            }
            case Collection<?> list -> write(out, list.stream());
            case Stream<?> parts -> {
                out.writeStartArray();
                parts.forEachOrdered(part -> write(out, part));
                out.writeEndArray();
            }
            default ->
                    throw new IllegalArgumentException(
                            "no JSON for " + value.getClass().getSimpleName());
        }
    }

    /** Half a surrogate pair is no character; RFC 8259 section 8.2 warns of sending one. */
    private static String wellFormed(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(point -> isHalf(point) ? '\uFFFD' : point)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
