package dev.holdfast.secrets.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds one needle. */
final class NeedleRecognizer implements Recognizer {
    private final Needle needle;

    NeedleRecognizer(Needle needle) {
        this.needle = needle;
    }

    @Override
    public List<String> anchors() {
        byte[] start = {needle.at(0), needle.at(1), needle.at(2), needle.at(3)};
        return List.of(Latin1.text(start, 0, start.length));
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (anchor + needle.length() > length) {
            return null;
        }
        for (int i = 4; i < needle.length(); i++) {
            if (bytes[anchor + i] != needle.at(i)) {
                return null;
            }
        }
        return new NeedleMatch(needle, anchor, anchor + needle.length());
    }

    @Override
    public int reach() {
        return needle.length();
    }
}
