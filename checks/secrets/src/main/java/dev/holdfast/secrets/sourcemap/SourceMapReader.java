package dev.holdfast.secrets.sourcemap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    // No build has as many; a map that has was made to take memory.
    private static final int MOST_SOURCES = 1_000_000;
    private static final int MOST_SECTIONS = 100_000;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] GUARD = {')', ']', '}'};

    private final byte[] json;
    private final int begin;
    private final List<SourceMap.Section> sections = new ArrayList<>();
    private int sourceCount;

    private SourceMapReader(byte[] json, int begin) {
        this.json = json;
        this.begin = begin;
    }

    /**
     * Reads a map; the bytes belong to it from then on.
     *
     * @throws BrokenMap when the bytes are no map of version 3
     */
    public static SourceMap read(byte[] json) throws BrokenMap {
        int begin = begin(json);
        SourceMapReader reader = new SourceMapReader(json, begin);
        try (JsonParser parser =
                factory(json.length)
                        .createParser(
                                ObjectReadContext.empty(), json, begin, json.length - begin)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw new BrokenMap("it is not a JSON object");
            }
            reader.map(parser, new Position(0, 0));
        } catch (JacksonException broken) {
            throw new BrokenMap("it is not valid JSON");
        }
        return new SourceMap(json, reader.sections);
    }

    /**
     * Where the JSON begins: behind a byte order mark, and behind the line that keeps a map from
     * being run as a script (ECMA-426, section 10).
     */
    private static int begin(byte[] json) throws BrokenMap {
        int start = startsWith(json, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        if (startsWith(json, start, GUARD)) {
            while (start < json.length && json[start] != '\n') {
                start++;
            }
        }
        // The parser would take these for UTF-16 or UTF-32, and has no byte offsets then.
        for (int i = start; i < Math.min(json.length, start + 4); i++) {
            if (json[i] == 0 || json[i] == (byte) 0xFE || json[i] == (byte) 0xFF) {
                throw new BrokenMap("it is not UTF-8");
            }
        }
        return start;
    }

    private static boolean startsWith(byte[] json, int at, byte[] start) {
        return json.length - at >= start.length
                && Arrays.equals(json, at, at + start.length, start, 0, start.length);
    }

    /** The text of the JSON string at {@code [start, end)}, quotes included. */
    static Optional<String> string(byte[] json, int start, int end) {
        try (JsonParser parser =
                factory(json.length)
                        .createParser(ObjectReadContext.empty(), json, start, end - start)) {
            return parser.nextToken() == JsonToken.VALUE_STRING
                    ? Optional.of(parser.getString())
                    : Optional.empty();
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    private static JsonFactory factory(int bytes) {
        return JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxStringLength(Math.max(1, bytes))
                                .maxNestingDepth(DEEPEST)
                                .build())
                .build();
    }

    /** The members of one map; the parser stands at the start of its object. */
    private void map(JsonParser parser, Position start) throws BrokenMap {
        List<@Nullable String> sources = List.of();
        List<int[]> contents = List.of();
        String root = "";
        AsciiText mappings = AsciiText.EMPTY;
        boolean indexed = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("sources") && value == JsonToken.START_ARRAY) {
                sources = strings(parser);
            } else if (name.equals("sourceRoot") && value == JsonToken.VALUE_STRING) {
                root = parser.getString();
            } else if (name.equals("mappings") && value == JsonToken.VALUE_STRING) {
                mappings = mappings(start(parser));
            } else if (name.equals("sourcesContent") && value == JsonToken.START_ARRAY) {
                contents = contents(parser);
            } else if (name.equals("sections") && value == JsonToken.START_ARRAY) {
                indexed = true;
                sections(parser, start);
            } else {
                parser.skipChildren();
            }
        }
        if (!indexed) {
            add(start, joined(root, sources), contents, mappings);
        }
    }

    private void add(Position start, List<String> sources, List<int[]> contents, AsciiText mappings)
            throws BrokenMap {
        List<SourceMap.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            int[] span = contents.get(i);
            if (span.length > 0) {
                String source = i < sources.size() ? sources.get(i) : "";
                quotes.add(new SourceMap.Quote(source, span[0], span[1]));
            }
        }
        if (sections.size() == MOST_SECTIONS) {
            throw new BrokenMap("it has more than 100,000 sections");
        }
        sections.add(new SourceMap.Section(start, sources, quotes, mappings));
    }

    private static List<String> joined(String root, List<@Nullable String> sources) {
        List<String> named = new ArrayList<>();
        for (String source : sources) {
            named.add(source == null || source.isEmpty() ? "" : join(root, source));
        }
        return named;
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
            int first = sections.size();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("offset") && value == JsonToken.START_OBJECT) {
                    offset = offset(parser);
                } else if (name.equals("map") && value == JsonToken.START_OBJECT) {
                    map(parser, start);
                } else {
                    parser.skipChildren();
                }
            }
            // The offset may stand behind the map.
            for (int i = first; i < sections.size(); i++) {
                SourceMap.Section section = sections.get(i);
                sections.set(
                        i,
                        new SourceMap.Section(
                                offset, section.sources(), section.quotes(), section.mappings()));
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

    private List<@Nullable String> strings(JsonParser parser) throws BrokenMap {
        List<@Nullable String> strings = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            count();
            strings.add(token == JsonToken.VALUE_STRING ? parser.getString() : null);
            parser.skipChildren();
        }
        return strings;
    }

    /** Where each text stands in the bytes, quotes included; nothing for one that is not there. */
    private List<int[]> contents(JsonParser parser) throws BrokenMap {
        List<int[]> spans = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            count();
            if (token == JsonToken.VALUE_STRING) {
                int start = start(parser);
                spans.add(new int[] {start, end(start)});
            } else {
                parser.skipChildren();
                spans.add(new int[0]);
            }
        }
        return spans;
    }

    // Long strings are read where they stand: the parser would hold them twice more.

    private int start(JsonParser parser) {
        return begin + (int) parser.currentTokenLocation().getByteOffset();
    }

    /** The offset behind the closing quote of the string that opens at an offset. */
    private int end(int start) throws BrokenMap {
        for (int i = start + 1; i < json.length; i++) {
            if (json[i] == '\\') {
                i++;
            } else if (json[i] == '"') {
                return i + 1;
            }
        }
        throw new BrokenMap("it is not valid JSON");
    }

    private AsciiText mappings(int start) throws BrokenMap {
        int end = end(start);
        for (int i = start; i < end; i++) {
            if (json[i] == '\\') {
                return AsciiText.of(string(json, start, end).orElse(""));
            }
        }
        return new AsciiText(json, start + 1, end - 1);
    }

    private void count() throws BrokenMap {
        if (++sourceCount > 2 * MOST_SOURCES) {
            throw new BrokenMap("it names more than 1,000,000 sources");
        }
    }
}
