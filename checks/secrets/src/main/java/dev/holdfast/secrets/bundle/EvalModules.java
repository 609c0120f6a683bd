package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Latin1;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Modules that webpack writes as {@code eval("…")}: their text is a string, and their map, when
 * they have one, is a comment inside that string.
 */
final class EvalModules {
    private static final String OPEN = "eval(";

    /**
     * One module.
     *
     * @param places for each offset asked for that lies in the module, its offset in the text
     */
    record Module(String text, Map<Long, Integer> places) {

        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private EvalModules() {}

    /** The modules that hold at least one of the offsets. */
    static List<Module> holding(byte[] bytes, List<Long> offsets) {
        List<Module> modules = new ArrayList<>();
        int at = Latin1.find(bytes, 0, bytes.length, OPEN);
        while (at >= 0) {
            int quote = openQuote(bytes, at + OPEN.length());
            int end = quote < 0 ? -1 : close(bytes, quote);
            if (end > 0) {
                int from = quote + 1;
                List<Long> inside =
                        offsets.stream().filter(each -> each >= from && each < end).toList();
                if (!inside.isEmpty()) {
                    modules.add(unescape(bytes, from, end, inside));
                }
            }
            at = Latin1.find(bytes, Math.max(at + 1, end), bytes.length, OPEN);
        }
        return modules;
    }

    /** webpack writes {@code eval("…")}, or {@code eval(__webpack_require__.ts("…"))}. */
    private static int openQuote(byte[] bytes, int at) {
        int limit = Math.min(bytes.length, at + 40);
        for (int i = at; i < limit; i++) {
            if (bytes[i] == '"' || bytes[i] == '\'') {
                return i;
            }
            if (bytes[i] == '\n' || bytes[i] == ')') {
                return -1;
            }
        }
        return -1;
    }

    private static int close(byte[] bytes, int quote) {
        for (int i = quote + 1; i < bytes.length; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == bytes[quote]) {
                return i;
            }
        }
        return -1;
    }

    private static Module unescape(byte[] bytes, int from, int to, List<Long> inside) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(to - from);
        Map<Long, Integer> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            if (inside.contains((long) i)) {
                places.put((long) i, text.size());
            }
            if (bytes[i] != '\\' || i + 1 >= to) {
                text.write(bytes[i]);
                continue;
            }
            byte escape = bytes[++i];
            int digits = escape == 'u' ? 4 : escape == 'x' ? 2 : 0;
            if (digits > 0 && i + digits < to) {
                char point = (char) hex(bytes, i + 1, digits);
                text.writeBytes(String.valueOf(point).getBytes(StandardCharsets.UTF_8));
                i += digits;
                continue;
            }
            switch (escape) {
                case 'n' -> text.write('\n');
                case 'r' -> text.write('\r');
                case 't' -> text.write('\t');
                case '\n' -> {}
                default -> text.write(escape);
            }
        }
        return new Module(text.toString(StandardCharsets.UTF_8), places);
    }

    private static int hex(byte[] bytes, int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            value = value << 4 | Math.max(0, Character.digit((char) bytes[i], 16));
        }
        return value;
    }
}
