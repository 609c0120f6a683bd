package dev.holdfast.secrets.sourcemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Finds which original source, and where in it, a place inside a map's own text belongs to. */
public final class MapContents {
    private final byte[] json;
    private final List<Content> contents = new ArrayList<>();

    /**
     * One text of {@code sourcesContent}, at {@code [start, end)} in the bytes, quotes included.
     */
    private record Content(@Nullable String source, int start, int end) {}

    private MapContents(byte[] json) {
        this.json = json;
    }

    /** The places of offsets that lie in {@code sourcesContent}; the others are left out. */
    public static Map<Integer, Mapped> locate(byte[] json, List<Integer> offsets) {
        MapContents map = new MapContents(json);
        try (JsonParser parser =
                SourceMapReader.factory(json.length)
                        .createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                map.object(parser);
            }
        } catch (JacksonException broken) {
            // What was read until there still holds; the broken map is reported where it is read.
        }
        Map<Integer, Mapped> found = new HashMap<>();
        for (int offset : offsets) {
            for (Content content : map.contents) {
                String source = content.source();
                if (source != null && offset > content.start() && offset < content.end()) {
                    found.put(offset, map.place(source, content.start() + 1, offset));
                }
            }
        }
        return found;
    }

    private void object(JsonParser parser) {
        List<@Nullable String> sources = new ArrayList<>();
        List<int[]> spans = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("sources") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY && parser.hasCurrentToken()) {
                    boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
                    sources.add(text ? parser.getString() : null);
                    parser.skipChildren();
                }
            } else if (name.equals("sourcesContent") && value == JsonToken.START_ARRAY) {
                spans(parser, spans);
            } else if (name.equals("sections") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    section(parser);
                }
            } else {
                parser.skipChildren();
            }
        }
        for (int i = 0; i < spans.size(); i++) {
            String source = i < sources.size() ? sources.get(i) : null;
            contents.add(new Content(source, spans.get(i)[0], spans.get(i)[1]));
        }
    }

    private void section(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean map = parser.currentName().equals("map");
            if (parser.nextToken() == JsonToken.START_OBJECT && map) {
                object(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void spans(JsonParser parser, List<int[]> spans) {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (token == JsonToken.VALUE_STRING) {
                parser.finishToken();
            } else {
                parser.skipChildren();
            }
            spans.add(new int[] {start, (int) parser.currentLocation().getByteOffset()});
        }
    }

    /** Walks the escapes of RFC 8259, section 7, counting lines and UTF-16 columns of the text. */
    private Mapped place(String source, int from, int to) {
        int line = 1;
        int column = 1;
        for (int i = from; i < to; i++) {
            byte each = json[i];
            if (each != '\\') {
                column += (each & 0xC0) == 0x80 ? 0 : (each & 0xF8) == 0xF0 ? 2 : 1;
                continue;
            }
            byte escape = json[++i];
            if (escape == 'n') {
                line++;
                column = 1;
            } else {
                column++;
                i += escape == 'u' ? 4 : 0;
            }
        }
        return new Mapped(source, line, column);
    }
}
