package dev.holdfast.secrets.sourcemap;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A parsed source map. The mappings and the quoted sources stay as bytes and are walked only for
 * the places that are asked for, so a map costs little more memory than its file.
 */
public final class SourceMap {
    private final byte[] json;
    private final List<Section> sections;

    SourceMap(byte[] json, List<Section> sections) {
        this.json = json;
        this.sections = List.copyOf(sections);
    }

    /**
     * A map, or a part of an index map.
     *
     * @param start where its generated text begins
     * @param sources as the map names them, its root joined; empty where it names none
     * @param quotes the texts of {@code sourcesContent} that are there, in the order of the bytes
     * @param mappings the base64 VLQ numbers
     */
    record Section(Position start, List<String> sources, List<Quote> quotes, AsciiText mappings) {

        Section {
            sources = List.copyOf(sources);
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * A JSON string of {@code sourcesContent}.
     *
     * @param start offset of its opening quote
     * @param end offset behind its closing quote
     */
    record Quote(String source, int start, int end) {}

    /** Whether the text of at least one original source is in the map. */
    public boolean carriesSources() {
        return sections.stream().anyMatch(section -> !section.quotes().isEmpty());
    }

    /** Every source that the map names, as it names it. */
    public List<String> sources() {
        return sections.stream().flatMap(section -> section.sources().stream()).toList();
    }

    /** The text of a source, when the map carries it. */
    public Optional<String> text(String source) {
        return sections.stream()
                .flatMap(section -> section.quotes().stream())
                .filter(quote -> quote.source().equals(source))
                .findFirst()
                .flatMap(quote -> SourceMapReader.string(json, quote.start(), quote.end()));
    }

    /**
     * Where places in generated text come from; a place without a mapping is left out.
     *
     * @throws BrokenMap when the mappings are broken before the last place asked for
     */
    public Map<Position, Mapped> resolve(List<Position> places) throws BrokenMap {
        Map<Position, Mapped> found = new HashMap<>();
        List<Position> sorted = places.stream().distinct().sorted().toList();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            int from = notBefore(sorted, section.start());
            int to =
                    i + 1 < sections.size()
                            ? notBefore(sorted, sections.get(i + 1).start())
                            : sorted.size();
            List<Position> mine = sorted.subList(from, Math.max(from, to));
            if (!mine.isEmpty()) {
                new Mappings(section).resolve(mine, found);
            }
        }
        return found;
    }

    /** The index of the first that does not stand before a place. */
    private static int notBefore(List<Position> sorted, Position place) {
        int at = Collections.binarySearch(sorted, place);
        return at < 0 ? -at - 1 : at;
    }

    /** Where offsets in the map's own bytes come from; those outside of quoted sources do not. */
    public Map<Integer, Mapped> quoted(List<Integer> offsets) {
        List<Integer> sorted = offsets.stream().distinct().sorted().toList();
        Map<Integer, Mapped> found = new HashMap<>();
        for (Section section : sections) {
            for (Quote quote : section.quotes()) {
                List<Integer> inside = between(sorted, quote.start(), quote.end());
                if (!inside.isEmpty()) {
                    QuotedText text = new QuotedText(json, quote.start() + 1);
                    inside.forEach(each -> found.put(each, text.place(quote.source(), each)));
                }
            }
        }
        found.values().removeIf(mapped -> mapped.source().isEmpty());
        return found;
    }

    /** Those inside the quotes at {@code start} and {@code end - 1}. */
    private static List<Integer> between(List<Integer> sorted, int start, int end) {
        int from = firstBehind(sorted, start);
        return sorted.subList(from, Math.max(from, firstBehind(sorted, end - 2)));
    }

    /** The index of the first that is greater. */
    private static int firstBehind(List<Integer> sorted, int value) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle) > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
