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
        int end = anchor + needle.length();
        if (end > length) {
            return null;
        }
        for (int i = 4; i < needle.length(); i++) {
            if (bytes[anchor + i] != needle.at(i)) {
                return null;
            }
        }
        return switch (needle.edges()) {
            case ANY -> match(anchor, end);
            case WHOLE_WORD ->
                    Boundary.before(bytes, anchor) && Boundary.after(bytes, length, end)
                            ? match(anchor, end)
                            : null;
            case BITS_BEFORE -> match(before(bytes, anchor), end);
            case BITS_BEHIND -> match(anchor, behind(bytes, length, end));
            case BITS_AROUND -> match(before(bytes, anchor), behind(bytes, length, end));
        };
    }

    private Match match(int start, int end) {
        return new NeedleMatch(needle, start, end);
    }

    private static int before(byte[] bytes, int start) {
        return start > 0 && Bytes.BASE64.has(bytes[start - 1]) ? start - 1 : start;
    }

    private static int behind(byte[] bytes, int length, int end) {
        return end < length && Bytes.BASE64.has(bytes[end]) ? end + 1 : end;
    }

    @Override
    public int reach() {
        return needle.length() + 8;
    }
}
