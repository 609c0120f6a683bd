package dev.holdfast.secrets.sourcemap;

import dev.holdfast.fuzz.Target;
import dev.holdfast.fuzz.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A map is read or broken; what it says of a place has a line and a column. */
public final class SourceMapTarget implements Target {
    private static final Path ROOT = Path.of("/project");

    @Override
    public String name() {
        return "source-map";
    }

    @Override
    public List<byte[]> seeds() {
        return Text.all(
                "{\"version\":3,\"sources\":[\"a.js\",null],\"sourceRoot\":\"/r\","
                        + "\"sourcesContent\":[\"x\\n\\u00e9y\",null],"
                        + "\"mappings\":\"AAAA,EAAC;;gBAAgB\"}",
                ")]}'\n{\"version\":3,\"sections\":[{\"offset\":{\"line\":1,\"column\":2},"
                        + "\"map\":{\"sources\":[\"b\"],\"mappings\":\"AAAA\"}}]}",
                "\uFEFF{\"mappings\":\"\\u0041AAA,gggggggggB\",\"sources\":[\"\"]}");
    }

    @Override
    public void run(byte[] input) {
        try {
            SourceMap map = SourceMapReader.read(input);
            for (String source : map.sources()) {
                map.text(source);
                SourcePaths.isBundled(source);
                SourcePaths.resolve(source, ROOT, ROOT, ROOT);
            }
            map.carriesSources();
            List<Integer> offsets = new ArrayList<>();
            for (int i = 0; i < input.length; i += 3) {
                offsets.add(i);
            }
            map.quoted(offsets).values().forEach(SourceMapTarget::check);
            List<Position> places = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                places.add(new Position(i / 3, i % 3 * 20));
            }
            map.resolve(places).values().forEach(SourceMapTarget::check);
        } catch (BrokenMap told) {
            if (String.valueOf(told.getMessage()).isBlank()) {
                throw new AssertionError("it says nothing", told);
            }
        }
    }

    private static void check(Mapped mapped) {
        if (mapped.line() < 1 || mapped.column() < 1) {
            throw new AssertionError(mapped.line() + ":" + mapped.column());
        }
    }
}
