package dev.holdfast.secrets.decode;

/**
 * A text that a run of bytes spells.
 *
 * @param start where the run begins
 * @param end behind its last byte
 * @param text what it spells
 * @param encoding a word for the way: {@code base64}, {@code hex}, {@code url}, {@code escapes}
 */
// Handed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Decoded(int start, int end, byte[] text, String encoding) {}
