package dev.holdfast.secrets.sourcemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A parsed source map. The mappings stay as text and are walked only for the places that are asked
 * for, so a map costs no more memory than its file.
 */
public final class SourceMap {
    private final List<Section> sections;
    private final boolean carriesSources;

    SourceMap(List<Section> sections, boolean carriesSources) {
        this.sections = List.copyOf(sections);
        this.carriesSources = carriesSources;
    }

    /**
     * A map, or a part of an index map.
     *
     * @param start where its generated text begins
     */
    record Section(Position start, List<String> sources, String mappings) {

        Section {
            sources = List.copyOf(sources);
        }
    }

    /** Whether the text of at least one original source is in the map. */
    public boolean carriesSources() {
        return carriesSources;
    }

    /** Every source that the map names, as it names it. */
    public List<String> sources() {
        return sections.stream().flatMap(section -> section.sources().stream()).toList();
    }

    /**
     * Where places come from; a place without a mapping is left out.
     *
     * @throws BrokenMap when the mappings are broken before the last place asked for
     */
    public Map<Position, Mapped> resolve(List<Position> places) throws BrokenMap {
        Map<Position, Mapped> found = new HashMap<>();
        List<Position> sorted = places.stream().distinct().sorted().toList();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            List<Position> mine = new ArrayList<>();
            for (Position place : sorted) {
                boolean before = place.compareTo(section.start()) < 0;
                boolean behind =
                        i + 1 < sections.size()
                                && place.compareTo(sections.get(i + 1).start()) >= 0;
                if (!before && !behind) {
                    mine.add(place);
                }
            }
            if (!mine.isEmpty()) {
                new Mappings(section).resolve(mine, found);
            }
        }
        return found;
    }
}
