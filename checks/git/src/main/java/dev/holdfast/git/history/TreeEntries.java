package dev.holdfast.git.history;

import java.nio.charset.StandardCharsets;

/** Goes through a tree: {@code mode SP name NUL hash}, again and again. */
final class TreeEntries {
    private final byte[] bytes;
    private final int length;
    private final int hashLength;
    private int nameStart;
    private int nameEnd;
    private int at;

    TreeEntries(byte[] bytes, int length, int hashLength) {
        this.bytes = bytes;
        this.length = length;
        this.hashLength = hashLength;
    }

    /** Goes to the next entry; false when no whole one follows. */
    boolean next() {
        while (at < length && bytes[at] != ' ' && bytes[at] != 0) {
            at++;
        }
        nameStart = Math.min(at + 1, length);
        while (at < length && bytes[at] != 0) {
            at++;
        }
        nameEnd = Math.max(nameStart, at);
        at += 1 + hashLength;
        return at <= length;
    }

    /** Where the name of the object starts that the entry stands for. */
    int hash() {
        return at - hashLength;
    }

    String name() {
        return new String(bytes, nameStart, nameEnd - nameStart, StandardCharsets.UTF_8);
    }
}
