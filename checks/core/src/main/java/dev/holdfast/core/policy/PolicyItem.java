package dev.holdfast.core.policy;

import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.stream.Collectors;

/**
 * An item of a list in a policy that is no single value: what was written, and where. Two are equal
 * when they say the same, wherever they stand, so that a lock can hold them.
 */
public final class PolicyItem {
    private final String file;
    private final YamlNode node;
    private final String text;

    /**
     * An item.
     *
     * @param place where it stands, as {@code FILE:LINE:COL}
     */
    PolicyItem(YamlNode node, String place) {
        String end = ":" + node.line() + ":" + node.column();
        this.file = place.endsWith(end) ? place.substring(0, place.length() - end.length()) : place;
        this.node = node;
        this.text = text(node);
    }

    /** The file that it stands in, as its user knows it. */
    public String file() {
        return file;
    }

    /** What was written, with its places. */
    public YamlNode node() {
        return node;
    }

    private static String text(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> Values.shown(scalar.text());
            case YamlSequence list ->
                    list.items().stream()
                            .map(PolicyItem::text)
                            .collect(Collectors.joining(", ", "[", "]"));
            case YamlMapping mapping ->
                    mapping.entries().stream()
                            .map(each -> each.key() + ": " + text(each.value()))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** Its first key, which names it. */
    String shown() {
        return node instanceof YamlMapping mapping && !mapping.entries().isEmpty()
                ? "{"
                        + mapping.entries().getFirst().key()
                        + ": "
                        + text(mapping.entries().getFirst().value())
                        + ", …}"
                : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyItem item && item.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** What was written, on one line. */
    @Override
    public String toString() {
        return text;
    }
}
