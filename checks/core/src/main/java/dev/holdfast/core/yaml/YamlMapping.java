package dev.holdfast.core.yaml;

import java.util.List;
import java.util.Optional;

/** Keys with values, in the order of the file; no key stands twice. */
public record YamlMapping(List<YamlEntry> entries, int line, int column) implements YamlNode {

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    /** The entry of that key. */
    public Optional<YamlEntry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
