package dev.holdfast.git.refs;

import dev.holdfast.git.pack.ObjectFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the file of one reference says. */
sealed interface ReferenceFile {

    /** It names an object. */
    record Names(String object) implements ReferenceFile {}

    /** It stands for another reference. */
    record StandsFor(String reference) implements ReferenceFile {}

    /** It says nothing that git would understand. */
    record Broken() implements ReferenceFile {}

    /** Reads a file. */
    static ReferenceFile read(Path file, ObjectFormat format) throws IOException {
        if (Files.isSymbolicLink(file)) {
            // How HEAD was written long ago.
            String target = Files.readSymbolicLink(file).toString();
            if (target.startsWith("refs/")) {
                return new StandsFor(target);
            }
        }
        // Whoever opens a pipe waits for its other end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new Broken();
        }
        if (Files.size(file) > Text.LONGEST_LINE) {
            return new Broken();
        }
        return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), format);
    }

    /** What a text says. */
    static ReferenceFile of(String text, ObjectFormat format) {
        if (text.startsWith("ref:")) {
            String name = text.substring(4).strip();
            return name.isEmpty() ? new Broken() : new StandsFor(name);
        }
        int length = 2 * format.length();
        boolean ends =
                text.length() == length
                        || (text.length() > length && Character.isWhitespace(text.charAt(length)));
        return ends && Text.isName(text, 0, length)
                ? new Names(text.substring(0, length))
                : new Broken();
    }
}
