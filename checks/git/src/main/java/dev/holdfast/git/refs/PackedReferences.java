package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.pack.ObjectFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file {@code packed-refs}: many references, one a line, and behind an annotated tag what it
 * names in the end.
 */
record PackedReferences(Map<String, String> names, Set<String> peeled) {

    static PackedReferences read(Path file, ObjectFormat format, List<Survey.Gap> gaps) {
        Map<String, String> names = new HashMap<>();
        Set<String> peeled = new LinkedHashSet<>();
        // Whoever opens a pipe waits for its other end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            gaps.add(new Survey.Gap("packed-refs", "is no file"));
        } else if (Files.exists(file)) {
            try (BufferedReader lines =
                    Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                int number = 1;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!add(line, 2 * format.length(), names, peeled)) {
                        gaps.add(
                                new Survey.Gap(
                                        "packed-refs:" + number, "is no line that git writes"));
                    }
                    number++;
                }
            } catch (IOException unreadable) {
                gaps.add(new Survey.Gap("packed-refs", "cannot be read"));
            }
        }
        return new PackedReferences(names, peeled);
    }

    private static boolean add(
            String line, int length, Map<String, String> names, Set<String> peeled) {
        if (line.startsWith("#")) {
            return true;
        }
        if (line.startsWith("^")) {
            if (line.length() != length + 1 || !Text.isName(line, 1, length + 1)) {
                return false;
            }
            peeled.add(line.substring(1));
            return true;
        }
        if (!Text.isName(line, 0, length)
                || line.length() < length + 2
                || line.charAt(length) != ' ') {
            return false;
        }
        byte[] name = line.substring(length + 1).getBytes(StandardCharsets.ISO_8859_1);
        names.put(new String(name, StandardCharsets.UTF_8), line.substring(0, length));
        return true;
    }
}
