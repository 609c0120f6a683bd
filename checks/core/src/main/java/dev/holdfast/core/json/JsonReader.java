package dev.holdfast.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one whole JSON text (RFC 8259) that somebody else wrote. An object in which a name stands
 * twice is none: two readers would see two different things in it.
 */
public final class JsonReader {
    private static final int MOST_DEPTH = 64;

    // Names of hostile text are not to be kept from one text to the next.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private JsonReader() {}

    /**
     * The members of a JSON object in their order: values are String, Long, Double, Boolean, List,
     * Map, or null. Nothing when the text is anything but one object, or is nested more than 64
     * deep.
     */
    public static Optional<Map<String, @Nullable Object>> object(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> members = members(parser, 1);
            return parser.nextToken() == null ? Optional.of(members) : Optional.empty();
        } catch (JacksonException | TooDeep | ArithmeticException broken) {
            return Optional.empty();
        }
    }

    private static Map<String, @Nullable Object> members(JsonParser parser, int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken(), depth));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, int depth) {
        if (depth > MOST_DEPTH) {
            throw new TooDeep();
        }
        return switch (token) {
            case START_OBJECT -> members(parser, depth + 1);
            case START_ARRAY -> items(parser, depth + 1);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? (Object) parser.getDoubleValue()
                            : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case null, default -> null;
        };
    }

    private static List<@Nullable Object> items(JsonParser parser, int depth) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            items.add(value(parser, token, depth));
        }
        return items;
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
