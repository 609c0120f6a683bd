package dev.holdfast.secrets.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule for tests: a literal or a keyword, and the letters behind it, up to twenty. */
record Plain(String anchor, boolean anyCase) implements Recognizer {

    @Override
    public List<String> anchors() {
        return anyCase ? List.of() : List.of(anchor);
    }

    @Override
    public List<String> keywords() {
        return anyCase ? List.of(anchor) : List.of();
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int at) {
        int end = at + anchor.length();
        while (end < length && end - at < 20 && Bytes.BASE62.has(bytes[end])) {
            end++;
        }
        return Tokens.match(anchor, at, end);
    }

    @Override
    public int reach() {
        return 24;
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }
}
