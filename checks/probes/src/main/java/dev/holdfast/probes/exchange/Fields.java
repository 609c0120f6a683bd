package dev.holdfast.probes.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields in the order in which they came, repeated ones too. */
public record Fields(List<Field> lines) {
    /** No field at all. */
    public static final Fields NONE = new Fields(List.of());

    public Fields {
        lines = List.copyOf(lines);
    }

    /** The values of every line of that name, in their order. */
    public List<String> all(String name) {
        return lines.stream().filter(line -> line.is(name)).map(Field::value).toList();
    }

    /** The value of the first line of that name. */
    public Optional<String> first(String name) {
        return lines.stream().filter(line -> line.is(name)).map(Field::value).findFirst();
    }

    /**
     * The lines of that name as one value, with commas between them (RFC 9110, section 5.3); not
     * for {@code Set-Cookie}.
     */
    public Optional<String> combined(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all));
    }

    /** Whether there is a line of that name. */
    public boolean has(String name) {
        return lines.stream().anyMatch(line -> line.is(name));
    }

    /** The same with one more line at the end. */
    public Fields with(String name, String value) {
        List<Field> more = new ArrayList<>(lines);
        more.add(new Field(name, value));
        return new Fields(more);
    }

    /** The same without the lines of that name. */
    public Fields without(String name) {
        return new Fields(lines.stream().filter(line -> !line.is(name)).toList());
    }
}
