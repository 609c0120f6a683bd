package dev.holdfast.secrets.sourcemap;

/**
 * Walks the escapes of a JSON string (RFC 8259, section 7) once, from front to back, and counts
 * lines and UTF-16 columns of the text that it stands for.
 */
final class QuotedText {
    private final byte[] json;
    private int at;
    private int line = 1;
    private int column = 1;

    /** The text that begins behind the quote before {@code from}. */
    QuotedText(byte[] json, int from) {
        this.json = json;
        this.at = from;
    }

    /** The place of an offset that does not lie before those asked for earlier. */
    Mapped place(String source, int offset) {
        while (at < offset) {
            byte each = json[at++];
            if (each != '\\') {
                column += (each & 0xC0) == 0x80 ? 0 : (each & 0xF8) == 0xF0 ? 2 : 1;
                continue;
            }
            byte escape = json[at++];
            if (escape == 'n') {
                line++;
                column = 1;
            } else {
                column++;
                at += escape == 'u' ? 4 : 0;
            }
        }
        return new Mapped(source, line, column);
    }
}
