package dev.holdfast.probes.headers.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the lists of words that stand beside these classes. */
final class Words {
    private Words() {}

    /** The lines of that resource without comments. */
    static List<String> of(String name) {
        try (InputStream in =
                Objects.requireNonNull(Words.class.getResourceAsStream(name), "a rule's data")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
