package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Policy;
import dev.holdfast.rls.catalog.Relation;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.seed.TypeValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Examples near an example. A formula that was not looked into, like a pattern, often holds of a
 * text that stands in the policy itself, or of the user's name in another case.
 */
final class Variants {
    private final Catalog catalog;
    private final Relation relation;

    Variants(Catalog catalog, Relation relation) {
        this.catalog = catalog;
        this.relation = relation;
    }

    /** The example itself and those near it. */
    List<Example> of(Example example, String user) {
        List<Example> all = new ArrayList<>(List.of(example));
        if (example.stored().size() > (example.target().isPresent() ? 1 : 0)) {
            all.add(alone(example));
        }
        all.addAll(settings(example));
        if (example.elements().isPresent()) {
            all.add(example.withSpareTenant());
        }
        for (String hint : hints(user)) {
            for (Column column : relation.columns()) {
                if (ClassTexts.kind(column.type(), catalog) == ClassTexts.Kind.TEXT) {
                    all.add(
                            with(
                                    example,
                                    line ->
                                            line.with(
                                                    column.number(),
                                                    new Example.Content.Text(hint))));
                }
            }
        }
        return all;
    }

    /** A setting that is cast is the text of something in the row, where a model cannot say so. */
    private static List<Example> settings(Example example) {
        Set<Example.Content> contents = new LinkedHashSet<>();
        example.written().ifPresent(line -> contents.addAll(line.columns().values()));
        example.target()
                .ifPresent(each -> contents.addAll(example.stored().get(each).columns().values()));
        List<Example> all = new ArrayList<>();
        for (Example.Content each : contents) {
            Map<String, Example.Content> settings = new LinkedHashMap<>(example.settings());
            settings.replaceAll((_, old) -> isAnything(old) ? each : old);
            if (each instanceof Example.Content.OfClass && !settings.equals(example.settings())) {
                all.add(example.with(settings));
            }
        }
        return all;
    }

    private static boolean isAnything(Example.Content setting) {
        return setting instanceof Example.Content.OfClass
                || setting instanceof Example.Content.Free
                || setting instanceof Example.Content.Present;
    }

    private List<String> hints(String user) {
        Set<String> hints = new LinkedHashSet<>();
        for (Policy each : catalog.policiesOf(relation.oid())) {
            Stream.of(each.using(), each.check())
                    .flatMap(Optional::stream)
                    .forEach(one -> hints.addAll(TypeValues.written(one.text())));
        }
        hints.add(user.toUpperCase(Locale.ROOT));
        hints.add(user.toLowerCase(Locale.ROOT));
        hints.add(user + " ");
        hints.remove(user);
        return List.copyOf(hints);
    }

    /** Without the rows that are only there because something asks for them. */
    private static Example alone(Example example) {
        return new Example(
                example.target().map(each -> List.of(example.stored().get(each))).orElse(List.of()),
                example.target().map(_ -> 0),
                example.written(),
                example.settings(),
                example.classes(),
                example.user(),
                example.tenants(),
                example.elements());
    }

    private static Example with(Example example, UnaryOperator<Example.Line> change) {
        List<Example.Line> stored = new ArrayList<>(example.stored());
        example.target().ifPresent(each -> stored.set(each, change.apply(stored.get(each))));
        return new Example(
                stored,
                example.target(),
                example.written().map(change),
                example.settings(),
                example.classes(),
                example.user(),
                example.tenants(),
                example.elements());
    }
}
