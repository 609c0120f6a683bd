package dev.holdfast.core.policy;

import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keys with values, flat; a later layer's value takes the place of an earlier one's. */
final class Settings {
    /** The layer of what nobody has set. */
    static final String DEFAULT = "default";

    /** Keys that say how files hang together; they are no settings. */
    static final List<String> STRUCTURE = List.of("apiVersion", "extends", "lock");

    private final Shape.Keys shape;
    private final Map<List<String>, Setting> byPath = new LinkedHashMap<>();
    // A name may stand with nothing behind it: 'staging: {}' is an environment.
    private final Set<List<String>> named = new LinkedHashSet<>();

    private Settings(Shape.Keys shape) {
        this.shape = shape;
    }

    /** What is in force when nobody says anything. */
    static Settings defaults(Shape.Keys shape) {
        Settings settings = new Settings(shape);
        settings.addDefaults(shape, List.of());
        return settings;
    }

    private void addDefaults(Shape part, List<String> path) {
        switch (part) {
            case Shape.Keys keys ->
                    keys.keys()
                            .forEach((key, below) -> {
                                if (isSetting(path, key)) {
                                    addDefaults(below, with(path, key));
                                }
                            });
            // What hangs on names of the user's has no default of its own: nobody has named any.
            case Shape.Names _, Shape.Either _ -> {}
            case Shape.Leaf leaf -> {
                Object value = leaf.defaultValue();
                if (value != null) {
                    byPath.put(path, new Setting(path, value, DEFAULT));
                }
            }
        }
    }

    /** These settings with those of a valid file laid over them. */
    Settings with(YamlNode file, Function<YamlNode, String> layer) {
        Settings merged = copy();
        merged.addAll(file, shape, List.of(), layer);
        return merged;
    }

    /** These settings with those of another layer, except its defaults, laid over them. */
    Settings with(Settings stronger) {
        Settings merged = copy();
        merged.named.addAll(stronger.named);
        stronger.byPath.forEach((path, setting) -> {
            if (!setting.layer().equals(DEFAULT)) {
                merged.byPath.put(path, setting);
            }
        });
        return merged;
    }

    /** These settings with others where nothing is set yet. */
    Settings filledWith(List<Setting> others) {
        Settings filled = copy();
        for (Setting other : others) {
            filled.byPath.putIfAbsent(other.path(), other);
            for (int i = 1; i < other.path().size(); i++) {
                if (shapeAt(other.path().subList(0, i - 1)) instanceof Shape.Names) {
                    filled.named.add(other.path().subList(0, i));
                }
            }
        }
        return filled;
    }

    private Settings copy() {
        Settings copy = new Settings(shape);
        copy.byPath.putAll(byPath);
        copy.named.addAll(named);
        return copy;
    }

    private void addAll(
            YamlNode node, Shape part, List<String> path, Function<YamlNode, String> layer) {
        if (part instanceof Shape.Leaf leaf) {
            byPath.put(path, new Setting(path, Values.of(node, leaf, layer), layer.apply(node)));
            return;
        }
        for (YamlEntry entry : ((YamlMapping) node).entries()) {
            Shape below = below(part, entry.key());
            if (part instanceof Shape.Names) {
                named.add(with(path, entry.key()));
            }
            if (below != null && isSetting(path, entry.key())) {
                addAll(entry.value(), below, with(path, entry.key()), layer);
            }
        }
    }

    private static boolean isSetting(List<String> path, String key) {
        return !path.isEmpty() || !STRUCTURE.contains(key);
    }

    private static @Nullable Shape below(Shape shape, String key) {
        return switch (shape) {
            case Shape.Keys keys -> keys.keys().get(key);
            case Shape.Names names -> names.value();
            // It stands in lists only, and a list is a single value.
            case Shape.Either _, Shape.Leaf _ -> null;
        };
    }

    private @Nullable Shape shapeAt(List<String> path) {
        @Nullable Shape part = shape;
        for (String word : path) {
            part = part == null ? null : below(part, word);
        }
        return part;
    }

    /** The shape of a key with a value; nothing when it is no such key. */
    Optional<Shape.Leaf> leaf(List<String> path) {
        return shapeAt(path) instanceof Shape.Leaf leaf ? Optional.of(leaf) : Optional.empty();
    }

    Optional<Setting> find(List<String> path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** All of them, in no order that means anything. */
    Collection<Setting> values() {
        return Collections.unmodifiableCollection(byPath.values());
    }

    /** All of them, in the order of the format. */
    List<Setting> all() {
        List<Setting> all = new ArrayList<>(byPath.size());
        collect(shape, List.of(), all);
        return all;
    }

    private void collect(Shape part, List<String> path, List<Setting> all) {
        switch (part) {
            case Shape.Keys keys ->
                    keys.keys().forEach((key, below) -> collect(below, with(path, key), all));
            case Shape.Names names ->
                    names(path).forEach(name -> collect(names.value(), with(path, name), all));
            case Shape.Either _ -> {}
            case Shape.Leaf _ -> find(path).ifPresent(all::add);
        }
    }

    /** The names of the user's that stand under that key, in the order of the layers. */
    Set<String> names(List<String> section) {
        Set<String> names = new LinkedHashSet<>();
        for (List<String> path : named) {
            if (path.size() == section.size() + 1
                    && path.subList(0, section.size()).equals(section)) {
                names.add(path.getLast());
            }
        }
        return names;
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
