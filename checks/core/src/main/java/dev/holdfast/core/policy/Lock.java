package dev.holdfast.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promise that what comes later is at least as strict. It is held against values in force, so it
 * does not matter through which layer or inherited environment a looser value would come in.
 *
 * @param key the key; everything below it is locked too
 * @param holder the file that locks, as the user knows it
 * @param settings the values in force where it was locked
 */
record Lock(String key, String holder, Settings settings) {

    /** What a child's settings loosen; each setting of the child once, with a reason. */
    Collection<Loosened> loosenedBy(Settings child, CheckSeverities severities) {
        Map<Setting, Loosened> loosened = new LinkedHashMap<>();
        for (Setting now : child.values()) {
            // Another environment may be inherited when the gate that comes of it is held.
            boolean free = Environments.isInherits(now.path()) && !now.key().equals(key);
            if (covers(now.key()) && !free) {
                value(now, child, severities).ifPresent(each -> loosened.put(now, each));
            }
        }
        gates(child).forEach(each -> loosened.putIfAbsent(each.setting(), each));
        return loosened.values();
    }

    private boolean covers(String other) {
        return other.equals(key) || other.startsWith(key + ".");
    }

    private Optional<Loosened> value(Setting now, Settings child, CheckSeverities severities) {
        Shape.Leaf leaf = child.leaf(now.path()).orElseThrow();
        Object locked =
                settings.find(now.path())
                        .map(Setting::value)
                        .orElseGet(() -> implied(now.path(), leaf, severities));
        boolean holds =
                locked == null
                        // Without a value to compare, only a key of fixed values can be held.
                        ? leaf.tightening() != Tightening.SAME
                        : holds(leaf, locked, now.value());
        return holds ? Optional.empty() : Optional.of(new Loosened(now.key(), now, locked, holder));
    }

    private static boolean holds(Shape.Leaf leaf, Object locked, Object now) {
        List<String> choices = leaf instanceof Shape.Text text ? text.choices() : List.of();
        return leaf.tightening().holds(locked, now, choices);
    }

    /** What holds where the locking file says nothing: the default of the shape or of the check. */
    private static @Nullable Object implied(
            List<String> path, Shape.Leaf leaf, CheckSeverities severities) {
        boolean severity =
                path.size() == 3
                        && path.getFirst().equals("checks")
                        && path.get(2).equals("severity");
        return severity ? severities.of(path.get(1)) : leaf.defaultValue();
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
                List<String> path = Environments.gatePart(environment, part);
                String own = String.join(".", path);
                if (covers("gate." + part) || covers(own)) {
                    Setting now = after.inForce(environment, part);
                    Object promised = before.inForce(environment, part).value();
                    if (!holds(child.leaf(path).orElseThrow(), promised, now.value())) {
                        loosened.add(new Loosened(own, now, promised, holder));
                    }
                }
            }
        }
        return loosened;
    }

    /**
     * A setting that is looser than what a lock asks for.
     *
     * @param key the key that is locked; that of the setting, or of an environment that inherits it
     * @param locked the value that was locked; null when it was not set
     */
    record Loosened(String key, Setting setting, @Nullable Object locked, String holder) {

        /**
         * What is wrong.
         *
         * @param origin words behind the setting that say where it comes from, or nothing
         */
        String message(String origin) {
            String loosens =
                    key.equals(setting.key())
                            ? "loosens what " + holder + " locks"
                            : "loosens " + key + ", which " + holder + " locks";
            return "'%s: %s'%s %s %s"
                    .formatted(
                            setting.key(),
                            setting.shown(),
                            origin,
                            loosens,
                            locked == null ? "without a value" : "at " + Values.shown(locked));
        }
    }
}
