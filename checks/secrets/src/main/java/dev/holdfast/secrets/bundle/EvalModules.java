package dev.holdfast.secrets.bundle;

import dev.holdfast.secrets.engine.Latin1;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Modules that webpack writes as {@code eval("…")}: their text is a string, and their map, when
 * they have one, is a comment inside that string.
 */
final class EvalModules {
    private static final String OPEN = "eval(";

    private EvalModules() {}

    /** One module. */
    static final class Module {
        private final byte[] text;
        private final Map<Long, Integer> places;
        private final Optional<MapLink> link;

        private Module(byte[] text, Map<Long, Integer> places, Optional<MapLink> link) {
            this.text = text;
            this.places = places;
            this.link = link;
        }

        /** What is evaluated. */
        byte[] text() {
            return text;
        }

        /** For each offset asked for that lies in the module, its offset in the text. */
        Map<Long, Integer> places() {
            return places;
        }

        /** The link to its map, its offsets those in the file. */
        Optional<MapLink> link() {
            return link;
        }
    }

    /** The modules that hold one of the offsets or carry a map, in the order of the file. */
    static List<Module> in(byte[] bytes, List<Long> offsets) {
        List<Long> sorted = offsets.stream().distinct().sorted().toList();
        List<Module> modules = new ArrayList<>();
        int next = 0;
        StringEnds ends = new StringEnds(bytes);
        int at = Latin1.find(bytes, 0, bytes.length, OPEN);
        while (at >= 0) {
            int quote = openQuote(bytes, at + OPEN.length());
            int end = quote < 0 ? -1 : ends.close(quote);
            if (end > 0) {
                while (next < sorted.size() && sorted.get(next) <= quote) {
                    next++;
                }
                int first = next;
                while (next < sorted.size() && sorted.get(next) < end) {
                    next++;
                }
                Optional<MapLink> link = link(bytes, quote + 1, end);
                if (next > first || link.isPresent()) {
                    modules.add(unescape(bytes, quote + 1, end, sorted.subList(first, next), link));
                }
            }
            at = Latin1.find(bytes, Math.max(at + 1, end), bytes.length, OPEN);
        }
        return modules;
    }

    private static Optional<MapLink> link(byte[] bytes, int from, int to) {
        // The name and a base64 URL stand there without an escape, so both can be read in place.
        if (Latin1.find(bytes, from, to, "sourceMappingURL=data:") < 0) {
            return Optional.empty();
        }
        byte[] quoted = new byte[to - from];
        System.arraycopy(bytes, from, quoted, 0, quoted.length);
        return MapLink.ofModule(quoted)
                .filter(MapLink::isData)
                .map(link -> new MapLink(link.url(), from + link.offset(), from + link.end()));
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

    private static Module unescape(
            byte[] bytes, int from, int to, List<Long> inside, Optional<MapLink> link) {
        ByteArrayOutputStream text = new ByteArrayOutputStream(to - from);
        Map<Long, Integer> places = new HashMap<>();
        int next = 0;
        for (int i = from; i < to; i++) {
            while (next < inside.size() && inside.get(next) <= i) {
                places.put(inside.get(next++), text.size());
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
        return new Module(text.toByteArray(), places, link);
    }

    private static int hex(byte[] bytes, int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            value = value << 4 | Math.max(0, Character.digit((char) bytes[i], 16));
        }
        return value;
    }
}
