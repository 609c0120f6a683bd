package dev.holdfast.secrets.sourcemap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON of a source map, or of an index map with sections. */
public final class SourceMapReader {
    private static final int DEEPEST = 64;

    private final List<SourceMap.Section> sections = new ArrayList<>();
    private boolean carriesSources;

    private SourceMapReader() {}

    /**
     * Reads a map.
     *
     * @throws BrokenMap when the bytes are no map of version 3
     */
    public static SourceMap read(byte[] json) throws BrokenMap {
        SourceMapReader reader = new SourceMapReader();
        try (JsonParser parser =
                factory(json.length).createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new BrokenMap("it is not a JSON object");
            }
            reader.map(parser, new Position(0, 0));
        } catch (JacksonException broken) {
            throw new BrokenMap("it is not valid JSON");
        }
        return new SourceMap(reader.sections, reader.carriesSources);
    }

    static JsonFactory factory(int bytes) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxStringLength(Math.max(1, bytes))
                                .maxNestingDepth(DEEPEST)
                                .build())
                .build();
    }

    private void map(JsonParser parser, Position start) throws BrokenMap {
        List<@Nullable String> sources = new ArrayList<>();
        String root = "";
        String mappings = "";
        boolean indexed = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("sources") && value == JsonToken.START_ARRAY) {
                strings(parser, sources);
            } else if (name.equals("sourceRoot") && value == JsonToken.VALUE_STRING) {
                root = parser.getString();
            } else if (name.equals("mappings") && value == JsonToken.VALUE_STRING) {
                mappings = parser.getString();
            } else if (name.equals("sourcesContent") && value == JsonToken.START_ARRAY) {
                contents(parser);
            } else if (name.equals("sections") && value == JsonToken.START_ARRAY) {
                indexed = true;
                sections(parser, start);
            } else {
                parser.skipChildren();
            }
        }
        if (!indexed) {
            List<String> named = new ArrayList<>();
            for (String source : sources) {
                named.add(join(root, source == null ? "" : source));
            }
            sections.add(new SourceMap.Section(start, named, mappings));
        }
    }

    private static String join(String root, String source) {
        if (root.isEmpty() || source.contains("://") || source.startsWith("/")) {
            return source;
        }
        return root.endsWith("/") ? root + source : root + "/" + source;
    }

    private void sections(JsonParser parser, Position start) throws BrokenMap {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Position offset = start;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("offset") && value == JsonToken.START_OBJECT) {
                    offset = offset(parser);
                } else if (name.equals("map") && value == JsonToken.START_OBJECT) {
                    map(parser, offset);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private static Position offset(JsonParser parser) throws BrokenMap {
        int line = 0;
        int column = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_NUMBER_INT) {
                throw new BrokenMap("an offset of a section is not a number");
            }
            line = name.equals("line") ? parser.getIntValue() : line;
            column = name.equals("column") ? parser.getIntValue() : column;
        }
        if (line < 0 || column < 0) {
            throw new BrokenMap("an offset of a section is negative");
        }
        return new Position(line, column);
    }

    private static void strings(JsonParser parser, List<@Nullable String> strings) {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            strings.add(token == JsonToken.VALUE_STRING ? parser.getString() : null);
            parser.skipChildren();
        }
    }

    private void contents(JsonParser parser) {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            carriesSources |= token == JsonToken.VALUE_STRING;
            parser.skipChildren();
        }
    }
}
