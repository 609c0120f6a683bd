package dev.holdfast.core.policy;

import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import java.util.ArrayList;
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
    /** Keys that say how files hang together; they are no settings. */
    private static final List<String> STRUCTURE = List.of("apiVersion", "extends", "lock");

    private final Map<List<String>, Setting> byPath = new LinkedHashMap<>();
    // A name may stand with nothing behind it: 'staging: {}' is an environment.
    private final Set<List<String>> named = new LinkedHashSet<>();

    private Settings() {}

    /** What is in force when nobody says anything. */
    static Settings defaults(Shape.Keys shape) {
        Settings settings = new Settings();
        settings.addDefaults(shape, List.of());
        return settings;
    }

    private void addDefaults(Shape shape, List<String> path) {
        switch (shape) {
            case Shape.Keys keys ->
                    keys.keys()
                            .forEach((key, part) -> {
                                if (!path.isEmpty() || !STRUCTURE.contains(key)) {
                                    addDefaults(part, with(path, key));
                                }
                            });
            // What hangs on names of the user's has no default of its own: nobody has named any.
            case Shape.Names _ -> {}
            case Shape.Leaf leaf -> {
                Object value = leaf.defaultValue();
                if (value != null) {
                    byPath.put(path, new Setting(path, value, "default"));
                }
            }
        }
    }

    /** These settings with those of a valid file laid over them. */
    Settings with(YamlNode file, Shape.Keys shape, Function<YamlNode, String> layer) {
        Settings merged = copy();
        merged.addAll(file, shape, List.of(), layer);
        return merged;
    }

    /** These settings with those of another layer, except its defaults, laid over them. */
    Settings with(Settings stronger) {
        Settings merged = copy();
        merged.named.addAll(stronger.named);
        stronger.byPath.forEach((path, setting) -> {
            if (!setting.layer().equals("default")) {
                merged.byPath.put(path, setting);
            }
        });
        return merged;
    }

    private Settings copy() {
        Settings copy = new Settings();
        copy.byPath.putAll(byPath);
        copy.named.addAll(named);
        return copy;
    }

    private void addAll(
            YamlNode node, Shape shape, List<String> path, Function<YamlNode, String> layer) {
        if (shape instanceof Shape.Leaf leaf) {
            byPath.put(path, new Setting(path, Values.of(node, leaf), layer.apply(node)));
            return;
        }
        for (YamlEntry entry : ((YamlMapping) node).entries()) {
            Shape part = part(shape, entry.key());
            if (shape instanceof Shape.Names) {
                named.add(with(path, entry.key()));
            }
            if (part != null && (!path.isEmpty() || !STRUCTURE.contains(entry.key()))) {
                addAll(entry.value(), part, with(path, entry.key()), layer);
            }
        }
    }

    private static @Nullable Shape part(Shape shape, String key) {
        return switch (shape) {
            case Shape.Keys keys -> keys.keys().get(key);
            case Shape.Names names -> names.value();
            case Shape.Leaf _ -> null;
        };
    }

    /** The shape of a key, or null when no file may have it. */
    static Shape.@Nullable Leaf shapeOf(Shape root, List<String> path) {
        @Nullable Shape shape = root;
        for (String word : path) {
            shape = shape == null ? null : part(shape, word);
        }
        return shape instanceof Shape.Leaf leaf ? leaf : null;
    }

    Optional<Setting> find(List<String> path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** All of them, in the order of the format. */
    List<Setting> all() {
        return List.copyOf(byPath.values());
    }

    /** The names of the user's that stand under that key, in the order of the layers. */
    List<String> names(String section) {
        return named.stream()
                .filter(path -> path.size() == 2 && path.getFirst().equals(section))
                .map(List::getLast)
                .toList();
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
