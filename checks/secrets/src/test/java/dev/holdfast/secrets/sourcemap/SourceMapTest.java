package dev.holdfast.secrets.sourcemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.secrets.fixture.MapWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceMapTest {

    private static SourceMap read(String json) throws BrokenMap {
        return SourceMapReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Mapped> at(SourceMap map, int line, int column) throws BrokenMap {
        Position place = new Position(line, column);
        return Optional.ofNullable(map.resolve(List.of(place)).get(place));
    }

    @Test
    void aSegmentReachesToTheNextOneAndNotOverItsLine() throws BrokenMap {
        SourceMap map =
                read(
                        new MapWriter()
                                .source("a.js")
                                .source("b.js")
                                .segment(0, 4, 0, 9, 2)
                                .segment(0, 8, 1, 0, 0)
                                .gap(0, 12)
                                .segment(2, 0, 0, 1, 1)
                                .json());

        assertEquals(Optional.empty(), at(map, 0, 3));
        assertEquals(Optional.of(new Mapped("a.js", 10, 3)), at(map, 0, 4));
        assertEquals(Optional.of(new Mapped("a.js", 10, 3)), at(map, 0, 7));
        assertEquals(Optional.of(new Mapped("b.js", 1, 1)), at(map, 0, 8));
        assertEquals(Optional.empty(), at(map, 0, 12));
        assertEquals(Optional.empty(), at(map, 1, 0));
        assertEquals(Optional.of(new Mapped("a.js", 2, 2)), at(map, 2, 99));
        assertEquals(Optional.empty(), at(map, 3, 0));
    }

    /** Compares with the plainest reading: a sorted list of segments, asked one by one. */
    @Test
    void resolvesAnyPlacesOfAnyMap() throws BrokenMap {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MapWriter writer = new MapWriter().source("a.js").source("b.js").source("c.js");
            Map<Integer, TreeMap<Integer, Optional<Mapped>>> lines = new HashMap<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                int line = random.nextInt(5);
                int column = random.nextInt(90);
                boolean gap = random.nextInt(5) == 0;
                int source = random.nextInt(3);
                int fromLine = random.nextInt(100_000);
                int fromColumn = random.nextInt(300);
                if (gap) {
                    writer.gap(line, column);
                } else {
                    writer.segment(line, column, source, fromLine, fromColumn);
                }
                lines.computeIfAbsent(line, _ -> new TreeMap<>())
                        .put(
                                column,
                                gap
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Mapped(
                                                        List.of("a.js", "b.js", "c.js").get(source),
                                                        fromLine + 1,
                                                        fromColumn + 1)));
            }
            List<Position> places = new ArrayList<>();
            Map<Position, Mapped> expected = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                Position place = new Position(random.nextInt(6), random.nextInt(100));
                places.add(place);
                TreeMap<Integer, Optional<Mapped>> line = lines.get(place.line());
                if (line != null && line.floorEntry(place.column()) != null) {
                    line.floorEntry(place.column())
                            .getValue()
                            .ifPresent(mapped -> expected.put(place, mapped));
                }
            }
            assertEquals(expected, read(writer.json()).resolve(places), "seed " + seed);
        }
    }

    @Test
    void indexMapIsReadSectionBySection() throws BrokenMap {
        String first = new MapWriter().source("a.js").segment(0, 0, 0, 0, 0).json();
        String second =
                new MapWriter().source("b.js").segment(0, 2, 0, 5, 0).segment(1, 0, 0, 6, 0).json();
        SourceMap map =
                read(
                        "{\"version\":3,\"sections\":["
                                + "{\"offset\":{\"line\":0,\"column\":0},\"map\":"
                                + first
                                + "},"
                                // Members of an object have no order.
                                + "{\"map\":"
                                + second
                                + ",\"offset\":{\"line\":0,\"column\":10}}]}");

        assertEquals(Optional.of(new Mapped("a.js", 1, 1)), at(map, 0, 9));
        assertEquals(Optional.empty(), at(map, 0, 11));
        assertEquals(Optional.of(new Mapped("b.js", 6, 1)), at(map, 0, 12));
        assertEquals(Optional.of(new Mapped("b.js", 7, 1)), at(map, 1, 0));
        assertEquals(List.of("a.js", "b.js"), map.sources());
    }

    @Test
    void rootOfSourcesIsJoinedEverywhere() throws BrokenMap {
        String json =
                new MapWriter()
                        .root("../src")
                        .source("a.js", "// here")
                        .segment(0, 0, 0, 0, 0)
                        .json();
        SourceMap map = read(json);
        int offset = json.indexOf("here");

        assertEquals(List.of("../src/a.js"), map.sources());
        assertEquals(Optional.of(new Mapped("../src/a.js", 1, 1)), at(map, 0, 0));
        assertEquals(Map.of(offset, new Mapped("../src/a.js", 1, 4)), map.quoted(List.of(offset)));
        assertEquals(Optional.of("// here"), map.text("../src/a.js"));
    }

    @Test
    void sourceWithoutANameHasNoPlaces() throws BrokenMap {
        String json = "{\"sources\":[null],\"sourcesContent\":[\"here\"],\"mappings\":\"AAAA\"}";
        SourceMap map = read(json);

        assertEquals(List.of(""), map.sources());
        assertEquals(Map.of(), map.quoted(List.of(json.indexOf("here"))));
        assertTrue(map.carriesSources());
    }

    @Test
    void placesInQuotedSourcesAreThoseOfTheText() throws BrokenMap {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> alphabet =
                    List.of("a", "\n", "\t", "\"", "\\", "é", "灯", "🏮", "\u0001", "\r", " ", "/");
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(80); i > 0; i--) {
                text.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            String before = text.toString();
            String json =
                    new MapWriter()
                            .source("first.js", "x\ny")
                            .source("a.js", before + "@here@" + before)
                            .source("last.js")
                            .json();
            int offset =
                    json.substring(0, json.indexOf("@here@"))
                            .getBytes(StandardCharsets.UTF_8)
                            .length;
            Mapped expected =
                    new Mapped(
                            "a.js",
                            (int) before.chars().filter(each -> each == '\n').count() + 1,
                            before.length() - before.lastIndexOf('\n'));

            SourceMap map = read(json);

            assertEquals(Map.of(offset, expected), map.quoted(List.of(offset)), "seed " + seed);
            assertEquals(Optional.of(before + "@here@" + before), map.text("a.js"));
            assertEquals(Optional.empty(), map.text("last.js"));
        }
    }

    @Test
    void quotesAndOtherMembersAreNoPlaceInASource() throws BrokenMap {
        String json = new MapWriter().source("a.js", "text").json();
        SourceMap map = read(json);
        int quote = json.indexOf("\"text\"");

        assertEquals(Map.of(), map.quoted(List.of(0, quote, quote + 5, json.length() - 1)));
        assertEquals(1, map.quoted(List.of(quote + 1)).size());
        assertEquals(1, map.quoted(List.of(quote + 4)).size());
    }

    @Test
    void mapWithoutTextsCarriesNoSources() throws BrokenMap {
        assertFalse(read(new MapWriter().source("a.js").json()).carriesSources());
        assertTrue(read(new MapWriter().source("a.js").source("b.js", "").json()).carriesSources());
        assertThrows(BrokenMap.class, () -> read("null"));
    }

    @Test
    void readsBehindAByteOrderMarkAndBehindALineThatIsNoScript() throws BrokenMap {
        String json = new MapWriter().source("a.js", "x\n@y").segment(0, 0, 0, 3, 4).json();
        for (String before : List.of("\uFEFF", ")]}'\n", ")]}', not a script\n", "\uFEFF)]}\n")) {
            byte[] bytes = (before + json).getBytes(StandardCharsets.UTF_8);
            SourceMap map = SourceMapReader.read(bytes);
            int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('@');

            assertEquals(Optional.of(new Mapped("a.js", 4, 5)), at(map, 0, 0), before);
            assertEquals(
                    Map.of(place, new Mapped("a.js", 2, 1)), map.quoted(List.of(place)), before);
            assertEquals(Optional.of("x\n@y"), map.text("a.js"), before);
        }
    }
}
