package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Latin1;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * The top-level strings and whole numbers of a base64url JSON object; of any other value only that
 * it is there.
 */
final class JsonClaims {

    // Names of hostile text are not to be kept from one token to the next.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build();

    private JsonClaims() {}

    /** The claims, or nothing when the bytes are no such object. */
    static Optional<Map<String, Object>> of(byte[] bytes, int start, int end) {
        try {
            byte[] json =
                    Base64.getUrlDecoder().decode(Latin1.bytes(Latin1.text(bytes, start, end)));
            return parse(json);
        } catch (IllegalArgumentException | JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, Object>> parse(byte[] json) {
        Map<String, Object> claims = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    claims.put(name, parser.getString());
                } else if (value == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
                    claims.put(name, parser.getLongValue());
                } else {
                    claims.put(name, true);
                    parser.skipChildren();
                }
            }
            return parser.currentToken() == JsonToken.END_OBJECT
                    ? Optional.of(claims)
                    : Optional.empty();
        }
    }
}
