package dev.holdfast.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Values that have a shape, and the same with one fault planted. */
final class RandomPolicies {
    private static final List<String> IDS =
            List.of("secrets.bundle", "secrets.env-value", "docker.root-user", "a-b.c-1");
    private static final List<String> TEXTS =
            List.of("x", "", "5", "true", "null", "ü \uD83D\uDD12", "a: b", "\"'\\", "a\nb\t", "~");

    private final SplittableRandom random;

    RandomPolicies(SplittableRandom random) {
        this.random = random;
    }

    /** A value of that shape. */
    Object valid(Shape shape) {
        return switch (shape) {
            case Shape.Keys keys -> keys(keys);
            case Shape.Either either -> keys(oneOf(List.copyOf(either.byKey().values())));
            case Shape.Names names -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    map.put(formed(names.name()), valid(names.value()));
                }
                yield map;
            }
            case Shape.ListOf list -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    Object item = valid(list.item());
                    if (!items.contains(item)) {
                        items.add(item);
                    }
                }
                yield items;
            }
            case Shape.Single _ -> oneOf(List.of("x", 5, -3, true, "true"));
            case Shape.Text text -> {
                Shape.Form form = text.form();
                yield !text.choices().isEmpty()
                        ? oneOf(text.choices())
                        : form != null ? formed(form) : oneOf(TEXTS);
            }
            case Shape.WholeNumber number -> random.nextInt(number.least(), number.most() + 1);
            case Shape.Flag _ -> random.nextBoolean();
        };
    }

    private Map<String, Object> keys(Shape.Keys shape) {
        Map<String, Object> map = new LinkedHashMap<>();
        shape.keys()
                .forEach((key, part) -> {
                    if (shape.required().contains(key) || random.nextInt(3) == 0) {
                        map.put(key, valid(part));
                    }
                });
        return map;
    }

    private String formed(Shape.Form form) {
        if (form.words().contains("SHA-256")) {
            return "0123456789abcdef".repeat(4);
        }
        if (form.words().contains("check id")) {
            return oneOf(IDS);
        }
        if (form.words().contains("glob")) {
            return oneOf(List.of("a/**", "**/*.js", "..a", "ü/\uD83D\uDD12", "a/b..", " "));
        }
        return oneOf(List.of("staging", "production", "a", "a-1", "b".repeat(63)));
    }

    /** The value with one fault somewhere in it. */
    Object broken(Shape shape, Object value) {
        List<Runnable> faults = new ArrayList<>();
        List<Object> holder = new ArrayList<>(List.of(value));
        collect(shape, value, replacement -> holder.set(0, replacement), faults);
        oneOf(faults).run();
        return holder.getFirst();
    }

    /** Takes a value in the place of another. */
    private interface Place {
        void put(Object replacement);
    }

    private void collect(Shape shape, Object value, Place place, List<Runnable> faults) {
        faults.add(() -> place.put(wrong(shape)));
        switch (shape) {
            case Shape.Keys keys -> below(keys, map(value), faults);
            case Shape.Either either -> {
                Map<String, Object> map = map(value);
                either.byKey()
                        .forEach((key, keys) -> {
                            if (map.containsKey(key)) {
                                below(keys, map, faults);
                            } else {
                                faults.add(() -> map.put(key, "x"));
                            }
                        });
            }
            case Shape.Names names -> {
                Map<String, Object> map = map(value);
                faults.add(() -> map.put(oneOf(BAD_NAMES), Map.of()));
                map.keySet().stream()
                        .toList()
                        .forEach(key ->
                                collect(
                                        names.value(),
                                        part(map, key),
                                        each -> map.put(key, each),
                                        faults));
            }
            case Shape.ListOf list -> {
                List<Object> items = list(value);
                faults.add(() -> items.add(wrong(list.item())));
                if (list.item() instanceof Shape.Text && !items.isEmpty()) {
                    faults.add(() -> items.add(items.getFirst()));
                }
                for (int i = 0; i < items.size(); i++) {
                    int at = i;
                    collect(list.item(), items.get(i), each -> items.set(at, each), faults);
                }
            }
            case Shape.Leaf _ -> {}
        }
    }

    private static final List<String> BAD_NAMES =
            List.of("", "X", "a b", "a.b.c", "a..b", ".a", "a-.b", "-a", "ü.a", "a".repeat(300));

    private void below(Shape.Keys keys, Map<String, Object> map, List<Runnable> faults) {
        faults.add(() -> map.put("unheardOf", 1));
        keys.required().forEach(key -> faults.add(() -> map.remove(key)));
        keys.keys()
                .forEach((key, part) -> {
                    if (map.containsKey(key)) {
                        collect(part, part(map, key), each -> map.put(key, each), faults);
                    }
                });
    }

    /** A value that does not have the shape. */
    private Object wrong(Shape shape) {
        List<Object> wrong = new ArrayList<>();
        switch (shape) {
            case Shape.Text text -> {
                wrong.addAll(List.of(5, true, List.of(), Map.of(), NOTHING));
                if (!text.choices().isEmpty()) {
                    wrong.addAll(List.of("", "Critical", text.choices().getFirst() + " "));
                } else if (text.form() != null) {
                    wrong.addAll(List.of("", "/x", "../x\\", "-\n", "/" + "y".repeat(3_000)));
                }
            }
            case Shape.WholeNumber number ->
                    wrong.addAll(
                            List.of(
                                    number.least() - 1,
                                    number.most() + 1L,
                                    Long.MAX_VALUE,
                                    "5",
                                    true,
                                    List.of(),
                                    Map.of(),
                                    NOTHING));
            case Shape.Single _ ->
                    wrong.addAll(List.of(1.5, Long.MAX_VALUE, List.of(), Map.of(), NOTHING));
            case Shape.Flag _ -> wrong.addAll(List.of("true", 1, List.of(), Map.of(), NOTHING));
            case Shape.ListOf _ -> wrong.addAll(List.of("x", 1, false, Map.of(), NOTHING));
            case Shape.Keys _, Shape.Names _, Shape.Either _ ->
                    wrong.addAll(List.of("x", 1, false, List.of(), NOTHING));
        }
        return oneOf(wrong);
    }

    /** Stands for null, which a list of choices cannot hold. */
    static final Object NOTHING = new Object();

    /** The value with nulls where nothing is said. */
    static @Nullable Object withNulls(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, part) -> copy.put(String.valueOf(key), withNulls(part)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(part -> copy.add(withNulls(part)));
            return copy;
        }
        return value == NOTHING ? null : value;
    }

    @SuppressWarnings("unchecked") // Only this class makes these maps.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // Only this class makes these lists.
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static Object part(Map<String, Object> map, String key) {
        return Objects.requireNonNull(map.get(key));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
