package dev.holdfast.secrets.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The scalars of a JSON text by their path, {@code user.login} or {@code errors.0.code}. */
final class FlatJson {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_VALUES = 5_000;

    private FlatJson() {}

    /** The scalars of one whole JSON value; empty when it is none, or too deep or too many. */
    static Optional<Map<String, String>> of(byte[] body) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
            JsonToken first = parser.nextToken();
            if (first == null || !read(parser, first, values) || parser.nextToken() != null) {
                return Optional.empty();
            }
            return Optional.of(values);
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static boolean read(JsonParser parser, JsonToken first, Map<String, String> values) {
        Deque<Level> open = new ArrayDeque<>();
        JsonToken token = first;
        do {
            if (token == null || open.size() > MOST_DEPTH || values.size() > MOST_VALUES) {
                return false;
            }
            if (token.isStructEnd()) {
                open.pop();
            } else if (token == JsonToken.PROPERTY_NAME) {
                open.element().name = parser.getString();
            } else {
                String path = path(open.peek());
                if (token.isStructStart()) {
                    open.push(new Level(path, token == JsonToken.START_ARRAY));
                } else {
                    values.putIfAbsent(path, parser.getString());
                }
            }
            if (open.isEmpty()) {
                return true;
            }
            token = parser.nextToken();
        } while (true);
    }

    private static String path(@Nullable Level level) {
        if (level == null) {
            return "";
        }
        String name = level.array ? String.valueOf(level.next++) : level.name;
        return level.path.isEmpty() ? name : level.path + "." + name;
    }

    private static final class Level {
        private final String path;
        private final boolean array;
        private String name = "";
        private int next;

        Level(String path, boolean array) {
            this.path = path;
            this.array = array;
        }
    }
}
