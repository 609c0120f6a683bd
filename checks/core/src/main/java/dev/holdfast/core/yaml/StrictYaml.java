package dev.holdfast.core.yaml;

import dev.holdfast.core.problem.OneLine;
import dev.holdfast.core.problem.UserProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document from bytes. Refuses, with {@code name:LINE:COL: message}, what makes a
 * file mean something else than it shows or cost more than it weighs: duplicate keys, anchors,
 * aliases, tags, merge keys, a second document, bytes that are not UTF-8, control characters, deep
 * nesting, size. Columns count UTF-16 units; a byte order mark at the start counts for none.
 */
public final class StrictYaml {
    /** The most bytes that are read. */
    public static final int MAX_BYTES = 1 << 20;

    static final int MAX_DEPTH = 50;
    private static final int LONGEST_MESSAGE = 200;

    private StrictYaml() {}

    /**
     * Reads a document; an empty one is a null scalar at 1:1.
     *
     * @param name the file as the user knows it
     * @throws UserProblem when the bytes are not a document of this strict kind
     */
    public static YamlNode read(byte[] bytes, String name) {
        if (bytes.length > MAX_BYTES) {
            throw new UserProblem(
                    name + ":1:1: the file is larger than 1 MiB",
                    "such a file is written by hand; is this the right one?");
        }
        String text = decode(bytes, name);
        Places places = new Places(text);
        refuseControls(text, places, name);
        // The parser (3.0.1) fails where its buffer ends inside a surrogate pair: one buffer for
        // all.
        LoadSettings settings =
                LoadSettings.builder().setLabel(name).setBufferSize(text.length() + 1).build();
        StreamReader reader = new StreamReader(settings, text);
        NotYaml not = new NotYaml(text, places, name);
        try {
            return new NodeBuilder(new ParserImpl(settings, reader), places, name).document();
        } catch (MarkedYamlEngineException broken) {
            throw not.because(broken);
        } catch (YamlVersionException broken) {
            throw not.because("only YAML 1.2 is understood", 0);
        } catch (NumberFormatException escape) {
            // What the parser (3.0.1) throws at an escape with too few or too large digits.
            throw not.because("an escape that is no character", reader.getIndex());
        } catch (YamlEngineException broken) {
            throw not.because(String.valueOf(broken.getMessage()), reader.getIndex());
        }
    }

    private static String decode(byte[] bytes, String name) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean broken =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes), out, true)
                        .isError();
        String text = out.flip().toString();
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (broken) {
            Places.Place behind = new Places(text).ofUnit(text.length());
            throw problem(name, behind, "not UTF-8", "save the file as UTF-8");
        }
        return text;
    }

    // YAML 1.2.2, section 5.1: these stand in no stream. The parser says so too, without a place.
    private static void refuseControls(String text, Places places, String name) {
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            if (!StreamReader.isPrintable(point)) {
                throw problem(
                        name,
                        places.ofUnit(i),
                        "a control character (U+%04X)".formatted(point),
                        "delete it, or write it as an escape in double quotes");
            }
            i += Character.charCount(point) - 1;
        }
    }

    static UserProblem problem(
            String name, Places.Place place, String message, @Nullable String hint) {
        return new UserProblem(
                name
                        + ":"
                        + place.line()
                        + ":"
                        + place.column()
                        + ": "
                        + OneLine.of(message, LONGEST_MESSAGE),
                hint);
    }
}
