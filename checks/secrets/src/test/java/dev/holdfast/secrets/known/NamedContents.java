package dev.holdfast.secrets.known;

import dev.holdfast.core.history.ContentSink;
import dev.holdfast.core.history.Survey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A survey that knows names and nothing else. */
record NamedContents(List<String> names, int nameLength) implements Survey {

    static NamedContents random(int count, int nameLength, Random random) {
        return new NamedContents(
                Stream.generate(
                                () -> {
                                    byte[] name = new byte[nameLength];
                                    random.nextBytes(name);
                                    return HexFormat.of().formatHex(name);
                                })
                        .limit(count)
                        .toList(),
                nameLength);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public int commits() {
        return 1;
    }

    @Override
    public void read(IntPredicate wanted, int threads, Supplier<? extends ContentSink> sinks) {
        throw new UnsupportedOperationException("no content is needed to know a name");
    }

    @Override
    public String name(int number) {
        return names.get(number);
    }

    @Override
    public void name(int number, byte[] into) {
        byte[] name = HexFormat.of().parseHex(names.get(number));
        System.arraycopy(name, 0, into, 0, name.length);
    }

    @Override
    public int find(byte[] name) {
        return names.indexOf(HexFormat.of().formatHex(Arrays.copyOf(name, nameLength)));
    }

    @Override
    public Origin origin(int number) {
        return new Origin("", "", "", "");
    }

    @Override
    public Map<Integer, Origin> origins(BitSet contents, Predicate<String> meant) {
        return Map.of();
    }

    @Override
    public Names names(Predicate<String> files, Predicate<String> references) {
        return new Names(List.of(), 0, 0, List.of());
    }

    @Override
    public boolean isAtHead(int number) {
        return false;
    }

    @Override
    public List<Gap> gaps() {
        return List.of();
    }

    @Override
    public long unpacked() {
        return 0;
    }
}
