package dev.holdfast.core.json;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON text (RFC 8259) of maps, collections, strings, whole numbers, booleans and nulls. */
public final class JsonText {

    private JsonText() {}

    /**
     * The value as indented JSON that ends with a line feed.
     *
     * @throws IllegalArgumentException when a part of it is of another kind
     */
    public static String of(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(new Indented(), text)) {
            write(out, value);
        }
        return text.append('\n').toString();
    }

    /** Writes the value where the generator stands. */
    public static void write(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case String text -> out.writeString(text);
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, part) -> {
                    out.writeName(String.valueOf(key));
                    write(out, part);
                });
                out.writeEndObject();
            }
            case Collection<?> list -> {
                out.writeStartArray();
                list.forEach(part -> write(out, part));
                out.writeEndArray();
            }
            default ->
                    throw new IllegalArgumentException(
                            "no JSON for " + value.getClass().getSimpleName());
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer =
                new DefaultPrettyPrinter()
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
