package dev.holdfast.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A promise that what comes later is at least as strict. It is held against values in force, so it
 * does not matter through which layer or inherited environment a looser value would come in.
 *
 * @param key the words of the key; everything below it is locked too
 * @param holder the file that locks, as the user knows it
 * @param settings the values in force where it was locked
 */
record Lock(List<String> key, String holder, Settings settings) {

    Lock {
        key = List.copyOf(key);
    }

    static List<String> words(String key) {
        return List.of(key.split("\\.", -1));
    }

    /** What a child's settings loosen, each as a setting of the child with the reason. */
    List<Loosened> loosenedBy(Settings child, Shape.Keys shape, CheckSeverities severities) {
        List<Loosened> loosened = new ArrayList<>();
        for (List<String> path : lockedPaths(child)) {
            Shape.Leaf leaf = Settings.shapeOf(shape, path);
            Optional<Setting> now = child.find(path);
            Optional<Object> locked =
                    settings.find(path)
                            .map(Setting::value)
                            .or(() -> Optional.ofNullable(implied(path, leaf, severities)));
            if (leaf == null || now.isEmpty() || locked.isEmpty()) {
                continue;
            }
            List<String> choices = leaf instanceof Shape.Text text ? text.choices() : List.of();
            if (!leaf.tightening().holds(locked.get(), now.get().value(), choices)) {
                loosened.add(new Loosened(now.get(), locked.get(), holder));
            }
        }
        loosened.addAll(gates(child));
        return loosened;
    }

    private Set<List<String>> lockedPaths(Settings child) {
        Set<List<String>> paths = new LinkedHashSet<>();
        child.all().stream().map(Setting::path).filter(this::covers).forEach(paths::add);
        return paths;
    }

    private boolean covers(List<String> path) {
        return path.size() >= key.size() && path.subList(0, key.size()).equals(key);
    }

    /** What holds where the locking file says nothing: the default of the shape or of the check. */
    private static @Nullable Object implied(
            List<String> path, Shape.@Nullable Leaf leaf, CheckSeverities severities) {
        if (path.size() == 3
                && path.getFirst().equals("checks")
                && path.get(2).equals("severity")) {
            return severities.of(path.get(1));
        }
        return leaf == null ? null : leaf.defaultValue();
    }

    /**
     * A locked gate holds at every environment: what the environment's gate is in force, inherited
     * parts included, is held against the same environment where it was locked, or against the top
     * gate for an environment that is new.
     */
    private List<Loosened> gates(Settings child) {
        List<Loosened> loosened = new ArrayList<>();
        Environments before = new Environments(settings);
        Environments after = new Environments(child);
        for (String environment : after.names()) {
            for (String part : Environments.GATE_PARTS) {
                if (!covers(List.of("gate", part))
                        && !covers(List.of("environments", environment, "gate", part))) {
                    continue;
                }
                Setting now = after.part(environment, part);
                Setting locked = before.part(environment, part);
                if (!Environments.holds(part, locked.value(), now.value())) {
                    loosened.add(new Loosened(now, locked.value(), holder));
                }
            }
        }
        return loosened;
    }

    /**
     * A setting that is looser than what a lock asks for.
     *
     * @param locked the value that was locked
     */
    record Loosened(Setting setting, Object locked, String holder) {

        String message() {
            return "'%s: %s' loosens what %s locks at %s"
                    .formatted(setting.key(), setting.shown(), holder, Values.shown(locked));
        }
    }
}
