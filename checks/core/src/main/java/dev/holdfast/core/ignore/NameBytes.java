package dev.holdfast.core.ignore;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a path, each as one character, as git compares them. */
final class NameBytes {
    // What Java reads for a byte that is no part of a character.
    private static final char UNKNOWN = '\uFFFD';

    private NameBytes() {}

    /** The bytes; null when the path does not tell them. */
    static @Nullable String of(String path) {
        boolean isAscii = true;
        for (int i = 0; i < path.length(); i++) {
            char each = path.charAt(i);
            isAscii &= each < 0x80;
            if (each == UNKNOWN) {
                return null;
            }
        }
        if (isAscii) {
            return path;
        }
        try {
            return StandardCharsets.ISO_8859_1
                    .decode(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(path)))
                    .toString();
        } catch (CharacterCodingException halfOfACharacter) {
            return null;
        }
    }
}
