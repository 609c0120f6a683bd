package dev.holdfast.probes.csp;

import java.util.ArrayList;
import java.util.List;
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
 * One line of recorded policies: {@code {"id", "csp": "…" | ["…", "…"]}}.
 *
 * @param id the text of the id; for a number, as it was written
 * @param number whether it was a number
 * @param values header values as received
 */
record PolicyLine(String id, boolean number, List<String> values) {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    PolicyLine {
        values = List.copyOf(values);
    }

    /** The line, or nothing when it is no such object. */
    static Optional<PolicyLine> read(String line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Members members = new Members();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (!members.take(parser)) {
                    return Optional.empty();
                }
            }
            return parser.nextToken() == null ? members.line() : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static final class Members {
        private @Nullable String id;
        private boolean number;
        private @Nullable List<String> values;

        boolean take(JsonParser parser) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "id" -> {
                    number = token != null && token.isNumeric();
                    if (!number && token != JsonToken.VALUE_STRING) {
                        return false;
                    }
                    id = parser.getString();
                }
                case "csp" -> {
                    List<String> read = values(parser, token);
                    values = read;
                    return read != null;
                }
                default -> parser.skipChildren();
            }
            return true;
        }

        private static @Nullable List<String> values(JsonParser parser, @Nullable JsonToken token) {
            List<String> values = new ArrayList<>();
            if (token == JsonToken.VALUE_STRING) {
                values.add(parser.getString());
                return values;
            }
            if (token != JsonToken.START_ARRAY) {
                return null;
            }
            JsonToken next = parser.nextToken();
            while (next == JsonToken.VALUE_STRING) {
                values.add(parser.getString());
                next = parser.nextToken();
            }
            return next == JsonToken.END_ARRAY ? values : null;
        }

        Optional<PolicyLine> line() {
            return id == null || values == null
                    ? Optional.empty()
                    : Optional.of(new PolicyLine(id, number, values));
        }
    }
}
