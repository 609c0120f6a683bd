package dev.holdfast.secrets.engine;

/**
 * Something that was recognised in a run of bytes, at {@code [start, end)} (byte offsets, 0-based).
 * The value itself is never copied into a match: whoever needs it reads it from the bytes.
 */
public sealed interface Match permits TokenMatch, NeedleMatch, VariableMatch {

    /** Offset of the first byte of the value. */
    int start();

    /** Offset behind the last byte of the value. */
    int end();
}
