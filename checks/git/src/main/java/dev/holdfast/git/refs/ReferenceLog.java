package dev.holdfast.git.refs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reference named before: {@code old new name <mail> seconds zone TAB message} a line, the
 * oldest first.
 *
 * @param isWhole whether every line could be read
 */
record ReferenceLog(List<Entry> entries, boolean isWhole) {

    /** One step; the names of what was there before and after. */
    record Entry(String before, String after) {}

    static ReferenceLog read(Path file, int nameLength) throws IOException {
        List<Entry> entries = new ArrayList<>();
        boolean whole = true;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                boolean sound =
                        Text.isName(line, 0, nameLength)
                                && Text.isName(line, nameLength + 1, 2 * nameLength + 1)
                                && line.charAt(nameLength) == ' ';
                whole &= sound;
                if (sound) {
                    entries.add(
                            new Entry(
                                    line.substring(0, nameLength),
                                    line.substring(nameLength + 1, 2 * nameLength + 1)));
                }
            }
        }
        return new ReferenceLog(List.copyOf(entries), whole);
    }
}
