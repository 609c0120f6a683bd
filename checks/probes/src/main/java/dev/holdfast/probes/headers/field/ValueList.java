package dev.holdfast.probes.headers.field;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of a list-based field: the lines joined by commas and split at commas outside of
 * quotes, which stay (Fetch, "get, decode, and split").
 */
public final class ValueList {
    private ValueList() {}

    /** Every value in its order, trimmed; empty ones too. Nothing for no line at all. */
    public static List<String> of(List<String> lines) {
        return lines.isEmpty() ? List.of() : split(String.join(",", lines));
    }

    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted && letter == '\\') {
                i++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                values.add(Ascii.trim(text.substring(start, i)));
                start = i + 1;
            }
        }
        values.add(Ascii.trim(text.substring(start)));
        return List.copyOf(values);
    }
}
