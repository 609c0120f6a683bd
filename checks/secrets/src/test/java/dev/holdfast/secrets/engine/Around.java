package dev.holdfast.secrets.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule for tests whose literal stands in the middle: up to eight letters before and behind. */
record Around(String anchor) implements Recognizer {

    @Override
    public List<String> anchors() {
        return List.of(anchor);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int at) {
        int start = at;
        while (start > 0 && at - start < 8 && Bytes.BASE62.has(bytes[start - 1])) {
            start--;
        }
        int end = at + anchor.length();
        while (end < length && end - at < 11 && Bytes.BASE62.has(bytes[end])) {
            end++;
        }
        return end - start < 6 ? null : Tokens.match(anchor, start, end);
    }

    @Override
    public int reach() {
        return 24;
    }
}
