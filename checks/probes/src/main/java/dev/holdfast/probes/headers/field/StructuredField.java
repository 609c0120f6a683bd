package dev.holdfast.probes.headers.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.TokenItem;

/** Structured Fields (RFC 9651): a value that does not parse to its end is void as a whole. */
public final class StructuredField {
    // The library's time grows with the square of the length; no browser takes so long a field.
    private static final int LONGEST = 32_768;

    private StructuredField() {}

    /** The members of a dictionary, or nothing when it is void. */
    public static Optional<Map<String, ListElement<?>>> dictionary(List<String> lines) {
        String text = joined(lines);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Parser.parseDictionary(text).get());
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** The item when it is a token, without its parameters; else nothing. */
    public static Optional<String> token(List<String> lines) {
        String text = joined(lines);
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Parser.parseItem(text) instanceof TokenItem token
                    ? Optional.of(token.get())
                    : Optional.empty();
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String joined(List<String> lines) {
        return Ascii.trim(String.join(", ", lines));
    }
}
