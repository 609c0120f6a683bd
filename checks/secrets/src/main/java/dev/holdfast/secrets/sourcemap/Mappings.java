package dev.holdfast.secrets.sourcemap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the mappings of one section once, with the sorted places that are asked for. */
final class Mappings {
    private final SourceMap.Section section;
    private int source;
    private int line;
    private int column;

    Mappings(SourceMap.Section section) {
        this.section = section;
    }

    /**
     * Finds for each place the last segment of its line that does not start behind it (ECMA-426: a
     * segment reaches to the next one, and never over the end of its line).
     */
    void resolve(List<Position> places, Map<Position, Mapped> found) throws BrokenMap {
        Vlq numbers = new Vlq(section.mappings());
        int next = 0;
        int generatedLine = section.start().line();
        int generatedColumn = section.start().column();
        @Nullable Mapped last = null;
        boolean any = false;
        while (true) {
            char separator = numbers.hasMore() ? numbers.peek() : ';';
            if (separator == ';') {
                // The line ends: what is asked for in it belongs to its last segment.
                while (next < places.size() && places.get(next).line() <= generatedLine) {
                    put(found, places.get(next++), any ? last : null);
                }
                if (!numbers.hasMore() || next == places.size()) {
                    return;
                }
                numbers.skip();
                generatedLine++;
                generatedColumn = 0;
                any = false;
            } else if (separator == ',') {
                numbers.skip();
            } else {
                generatedColumn += numbers.next();
                while (next < places.size()
                        && places.get(next).line() == generatedLine
                        && places.get(next).column() < generatedColumn) {
                    put(found, places.get(next++), any ? last : null);
                }
                last = segment(numbers);
                any = true;
            }
        }
    }

    private static void put(Map<Position, Mapped> found, Position place, @Nullable Mapped mapped) {
        if (mapped != null) {
            found.put(place, mapped);
        }
    }

    /** The rest of a segment: nothing, or source, line, column, and a name that is not needed. */
    private @Nullable Mapped segment(Vlq numbers) throws BrokenMap {
        if (!numbers.isDigit()) {
            return null;
        }
        source += numbers.next();
        line += numbers.next();
        column += numbers.next();
        if (numbers.isDigit()) {
            numbers.next();
        }
        if (source < 0 || source >= section.sources().size() || line < 0 || column < 0) {
            throw new BrokenMap("'mappings' points to a source that the map does not name");
        }
        return new Mapped(section.sources().get(source), line + 1, column + 1);
    }
}
