package dev.holdfast.core.yaml;

import dev.holdfast.core.problem.UserProblem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from bytes. Refuses, with {@code name:LINE:COL: message}, what makes a
 * file mean something else than it shows or cost more than it weighs: duplicate keys, anchors,
 * aliases, tags, merge keys, a second document, bytes that are not UTF-8, deep nesting, size.
 */
public final class StrictYaml {
    private static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 50;

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
                    name + ":1:1: the file has " + bytes.length + " bytes, more than 1 MiB",
                    "a policy is written by hand; is this the right file?");
        }
        String text = decode(bytes, name);
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new NodeBuilder(events, name).document();
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
            String place =
                    mark == null
                            ? ":1:1: "
                            : ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ";
            throw new UserProblem(
                    name + place + "not valid YAML: " + YamlWords.of(broken.getProblem()), null);
        } catch (YamlEngineException broken) {
            throw new UserProblem(
                    name
                            + ":1:1: not valid YAML: "
                            + YamlWords.of(String.valueOf(broken.getMessage())),
                    null);
        }
    }

    private static String decode(byte[] bytes, String name) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            int at = firstBad(bytes);
            int line = 1;
            int lineStart = 0;
            for (int i = 0; i < at; i++) {
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            int column =
                    new String(bytes, lineStart, at - lineStart, StandardCharsets.UTF_8).length()
                            + 1;
            throw new UserProblem(
                    name + ":" + line + ":" + column + ": not UTF-8", "save the file as UTF-8");
        }
    }

    private static int firstBad(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length + 1), true);
        return in.position();
    }
}
