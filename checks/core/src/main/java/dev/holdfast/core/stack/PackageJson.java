package dev.holdfast.core.stack;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * The few facts of a {@code package.json} that tell the stack.
 *
 * @param dependencies names under dependencies, devDependencies and optionalDependencies; not the
 *     peers, which a library only asks its users for
 * @param packageManager the text of {@code packageManager}, when there is one
 */
record PackageJson(Set<String> dependencies, @Nullable String packageManager, boolean build) {

    private static final Set<String> DEPENDENCY_KEYS =
            Set.of("dependencies", "devDependencies", "optionalDependencies");

    /** Why a file tells nothing; the reason never quotes the file. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String reason) {
            super(reason, null, false, false);
        }
    }

    /**
     * Reads the facts and skips everything else.
     *
     * @throws Broken when the text is not one JSON object
     */
    static PackageJson read(byte[] json) throws Broken {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Broken("is not a JSON object");
            }
            PackageJson read = readObject(parser);
            if (parser.nextToken() != null) {
                throw new Broken("has text after the JSON object");
            }
            return read;
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            throw new Broken(
                    at == null
                            ? "is not valid JSON"
                            : "is not valid JSON at line %d, column %d"
                                    .formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    private static PackageJson readObject(JsonParser parser) {
        Set<String> dependencies = new HashSet<>();
        Set<String> scripts = new HashSet<>();
        String packageManager = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (DEPENDENCY_KEYS.contains(key)) {
                readKeys(parser, value, dependencies);
            } else if ("scripts".equals(key)) {
                readKeys(parser, value, scripts);
            } else if ("packageManager".equals(key) && value == JsonToken.VALUE_STRING) {
                packageManager = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        return new PackageJson(dependencies, packageManager, scripts.contains("build"));
    }

    private static void readKeys(JsonParser parser, @Nullable JsonToken value, Set<String> keys) {
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            // Only a text is a version or a command: anything else is no dependency.
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                keys.add(key);
            } else {
                parser.skipChildren();
            }
        }
    }
}
