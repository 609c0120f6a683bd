package dev.holdfast.core.policy;

import java.util.List;

/**
 * One key with its value in force.
 *
 * @param path the words of the key
 * @param value String, Integer, Boolean, or a List of Strings or {@link PolicyItem}s
 * @param layer who set it: {@code default}, {@code builtin:NAME}, or {@code FILE:LINE:COL}
 */
public record Setting(List<String> path, Object value, String layer) {

    public Setting {
        path = List.copyOf(path);
    }

    /** The key as it is written: {@code gate.block}. */
    public String key() {
        return String.join(".", path);
    }

    /** The value as a person writes it in YAML. */
    public String shown() {
        return Values.shown(value);
    }
}
