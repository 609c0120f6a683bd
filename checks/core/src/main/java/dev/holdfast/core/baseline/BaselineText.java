package dev.holdfast.core.baseline;

import dev.holdfast.core.json.JsonText;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Search;
import dev.holdfast.core.result.Severity;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The baseline as text: JSON with one entry a line, sorted, so that two branches that each add an
 * entry merge by taking both lines. A file in which such a merge has left a comma too few or too
 * many is read line by line.
 */
public final class BaselineText {
    static final String VERSION = "holdfast/v1";
    private static final String ENTRY = "{\"check\":";

    private String version = "";
    private String keyId = "";
    private final List<BaselineEntry> entries = new ArrayList<>();

    private BaselineText() {}

    /** A file that says something else than a baseline may say. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String reason) {
            super(reason, null, false, false);
        }
    }

    /** The text of a baseline; ends with a line feed. */
    public static String write(Baseline baseline) {
        StringBuilder text = new StringBuilder();
        text.append("{\"apiVersion\":\"").append(VERSION).append("\",\"key\":\"");
        text.append(baseline.keyId()).append("\",\"entries\":[");
        String separator = "\n";
        for (BaselineEntry entry : baseline.entries()) {
            text.append(separator).append(line(entry));
            separator = ",\n";
        }
        return text.append("\n]}\n").toString();
    }

    private static String line(BaselineEntry entry) {
        Identity identity = entry.identity();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", identity.check().value());
        json.put(entry.file() ? "path" : "subject", identity.place());
        json.put("hash", identity.hash());
        json.put("occurrence", identity.occurrence());
        if (!entry.searches().isEmpty()) {
            json.put("searches", entry.searches().stream().sorted().map(Search::word).toList());
        }
        json.put("severity", entry.severity().word());
        StringWriter line = new StringWriter();
        try (JsonGenerator out =
                new JsonFactory().createGenerator(ObjectWriteContext.empty(), line)) {
            JsonText.write(out, json);
        }
        return line.toString();
    }

    /**
     * Reads a file.
     *
     * @param file the file as reports show it
     */
    public static Baseline read(byte[] bytes, String file) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return document(text, file);
        } catch (JacksonException notOneDocument) {
            return lines(text, file);
        } catch (Malformed broken) {
            return Baseline.broken(file, String.valueOf(broken.getMessage()));
        }
    }

    private Baseline baseline(String file) throws Malformed {
        if (!version.equals(VERSION)) {
            throw new Malformed("'apiVersion' is not " + VERSION);
        }
        return new Baseline(file, keyId, entries, null);
    }

    private static Baseline document(String text, String file) throws Malformed {
        BaselineText read = new BaselineText();
        try (JsonParser parser = parser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("it is not a JSON object");
            }
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                once(seen.add(name));
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "apiVersion" -> read.version = string(parser, value);
                    case "key" -> read.keyId = string(parser, value);
                    case "entries" -> read.list(parser, value);
                    default -> throw new Malformed("it has an unknown key");
                }
            }
            if (parser.nextToken() != null) {
                throw new Malformed("something stands behind its end");
            }
        }
        return read.baseline(file);
    }

    private void list(JsonParser parser, @Nullable JsonToken value) throws Malformed {
        if (value != JsonToken.START_ARRAY) {
            throw new Malformed("'entries' is not a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries.add(entry(parser));
        }
    }

    /** The same line by line, with the commas as a merge has left them. */
    private static Baseline lines(String text, String file) {
        BaselineText read = new BaselineText();
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            String line = raw.strip();
            line = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
            try {
                if (line.startsWith(ENTRY)) {
                    try (JsonParser parser = parser(line)) {
                        parser.nextToken();
                        read.entries.add(entry(parser));
                    }
                } else if (number == 1 && line.startsWith("{\"apiVersion\":")) {
                    Baseline head = document(line + "]}", file);
                    read.version = VERSION;
                    read.keyId = head.keyId();
                } else if (!line.isEmpty() && !line.equals("]}")) {
                    throw new Malformed("it is neither an entry nor the frame");
                }
            } catch (Malformed | JacksonException broken) {
                return Baseline.broken(file, "line " + number + " is not valid");
            }
        }
        try {
            return read.baseline(file);
        } catch (Malformed broken) {
            return Baseline.broken(file, "it is not valid JSON");
        }
    }

    private static BaselineEntry entry(JsonParser parser) throws Malformed {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Malformed("an entry is not an object");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            once(!facts.containsKey(name));
            JsonToken value = parser.nextToken();
            if (name.equals("occurrence") && value == JsonToken.VALUE_NUMBER_INT) {
                facts.put(name, parser.getIntValue());
            } else if (name.equals("searches") && value == JsonToken.START_ARRAY) {
                facts.put(name, searches(parser));
            } else {
                facts.put(name, string(parser, value));
            }
        }
        return entry(facts);
    }

    private static Set<Search> searches(JsonParser parser) throws Malformed {
        Set<Search> searches = EnumSet.noneOf(Search.class);
        while (true) {
            JsonToken next = parser.nextToken();
            if (next == JsonToken.END_ARRAY) {
                return searches;
            }
            Optional<Search> search = Search.ofWord(string(parser, next));
            if (search.isEmpty()) {
                throw new Malformed("an entry names a search that this version does not know");
            }
            searches.add(search.get());
        }
    }

    private static BaselineEntry entry(Map<String, Object> facts) throws Malformed {
        boolean file = facts.containsKey("path");
        Set<Search> searches = EnumSet.noneOf(Search.class);
        if (facts.remove("searches") instanceof Set<?> named) {
            named.forEach(each -> searches.add((Search) each));
        }
        Optional<Severity> severity =
                Severity.ofWord(String.valueOf(facts.getOrDefault("severity", "")));
        String check = String.valueOf(facts.getOrDefault("check", ""));
        if (facts.size() != 5
                || !(facts.get(file ? "path" : "subject") instanceof String place)
                || !(facts.get("hash") instanceof String hash)
                || !(facts.get("occurrence") instanceof Integer occurrence)
                || occurrence < 1
                || severity.isEmpty()
                || !CheckId.isValid(check)) {
            throw new Malformed("an entry is not of the form that baseline create writes");
        }
        return new BaselineEntry(
                new Identity(new CheckId(check), place, hash, occurrence),
                file,
                searches,
                severity.get());
    }

    // Of two values for one key a person reads the first, and a program follows the last.
    private static void once(boolean first) throws Malformed {
        if (!first) {
            throw new Malformed("a key stands twice in it");
        }
    }

    private static String string(JsonParser parser, @Nullable JsonToken value) throws Malformed {
        if (value != JsonToken.VALUE_STRING) {
            throw new Malformed("a value in it is not a text");
        }
        return parser.getString();
    }

    private static JsonParser parser(String text) {
        return new JsonFactory().createParser(ObjectReadContext.empty(), text);
    }
}
