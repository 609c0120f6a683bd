package dev.holdfast.rls.witness;

import dev.holdfast.rls.catalog.Catalog;
import dev.holdfast.rls.catalog.Column;
import dev.holdfast.rls.catalog.Type;
import dev.holdfast.rls.prove.Example;
import dev.holdfast.rls.seed.Transaction;
import dev.holdfast.rls.seed.TypeValues;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A text for each class of values of a model. Of one class a column of another kind may be, where a
 * model has put together what nothing tells apart; then each kind has a text of its own.
 */
final class ClassTexts {
    private final Example example;
    private final Catalog catalog;
    private final Transaction transaction;
    private final TypeValues values;
    private final String user;
    private final Map<Integer, Set<Kind>> kinds = new HashMap<>();
    private final Map<List<Object>, String> texts = new HashMap<>();

    /** What kinds of values can be the same. */
    enum Kind {
        UUID,
        INTEGER,
        TEXT,
        OTHER
    }

    ClassTexts(
            Example example,
            Catalog catalog,
            Transaction transaction,
            TypeValues values,
            String user) {
        this.example = example;
        this.catalog = catalog;
        this.transaction = transaction;
        this.values = values;
        this.user = user;
        example.stored().forEach(this::note);
        example.written().ifPresent(this::note);
    }

    private void note(Example.Line line) {
        line.columns()
                .forEach((number, content) -> {
                    if (content instanceof Example.Content.OfClass of) {
                        kinds.computeIfAbsent(of.number(), _ -> EnumSet.noneOf(Kind.class))
                                .add(
                                        kind(
                                                line.relation().column(number).orElseThrow().type(),
                                                catalog));
                    }
                });
    }

    /** The kind of a type, below domains. */
    static Kind kind(long oid, Catalog catalog) {
        Type type = catalog.types().get(oid);
        if (type == null) {
            return Kind.OTHER;
        }
        if (type.kind() == 'd') {
            return kind(type.base(), catalog);
        }
        return switch (type.name()) {
            case "uuid" -> Kind.UUID;
            case "int2", "int4", "int8" -> Kind.INTEGER;
            default -> type.category() == 'S' && type.kind() == 'b' ? Kind.TEXT : Kind.OTHER;
        };
    }

    /** What a row has to hold: what the model says nothing of is left out. */
    Map<Integer, Optional<String>> fixed(Example.Line line) throws SQLException {
        Map<Integer, Optional<String>> fixed = new HashMap<>();
        for (Map.Entry<Integer, Example.Content> each : line.columns().entrySet()) {
            Column column = line.relation().column(each.getKey()).orElseThrow();
            switch (each.getValue()) {
                case Example.Content.Free _ -> {}
                case Example.Content.Present _ ->
                        values.candidates(column.type(), column.typeName(), List.of()).stream()
                                .findFirst()
                                .ifPresent(text -> fixed.put(column.number(), Optional.of(text)));
                case Example.Content.Null _ -> fixed.put(column.number(), Optional.empty());
                case Example.Content.Truth truth ->
                        fixed.put(column.number(), Optional.of(String.valueOf(truth.value())));
                case Example.Content.Text text ->
                        fixed.put(column.number(), Optional.of(text.text()));
                case Example.Content.OfClass of ->
                        of(of.number(), column.type(), column.typeName())
                                .ifPresent(text -> fixed.put(column.number(), Optional.of(text)));
            }
        }
        return fixed;
    }

    /** What settings are, as texts. */
    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new HashMap<>();
        for (Map.Entry<String, Example.Content> each : example.settings().entrySet()) {
            switch (each.getValue()) {
                case Example.Content.OfClass of ->
                        settings.put(each.getKey(), setting(of.number()));
                case Example.Content.Truth truth ->
                        settings.put(each.getKey(), String.valueOf(truth.value()));
                case Example.Content.Text text -> settings.put(each.getKey(), text.text());
                case Example.Content.Free _, Example.Content.Present _, Example.Content.Null _ -> {}
            }
        }
        return settings;
    }

    /**
     * The list of the session's tenants, when something is compared with it.
     *
     * @param column of a row's tenant
     */
    Optional<String> tenants(Column column) throws SQLException {
        if (example.elements().isPresent()) {
            List<String> all = new ArrayList<>();
            for (int each : new TreeSet<>(example.elements().get())) {
                all.add(of(each, column.type(), column.typeName()).orElse(""));
            }
            return Optional.of(String.join(",", all));
        }
        return example.tenants().isPresent()
                ? of(example.tenants().get(), column.type(), column.typeName())
                : Optional.empty();
    }

    private String setting(int number) throws SQLException {
        return of(number, 25, "text").orElse("");
    }

    private Optional<String> of(int number, long type, String typeName) throws SQLException {
        Kind kind = kind(type, catalog);
        Set<Kind> all = kinds.getOrDefault(number, Set.of());
        if (kind == Kind.TEXT && all.contains(Kind.UUID)) {
            return made(number, Kind.UUID, 2950, "uuid");
        }
        if (kind == Kind.TEXT && all.contains(Kind.INTEGER)) {
            return made(number, Kind.INTEGER, 20, "bigint");
        }
        return made(number, kind, type, typeName);
    }

    private Optional<String> made(int number, Kind kind, long type, String typeName)
            throws SQLException {
        List<Object> key = List.of(number, kind, kind == Kind.OTHER ? type : 0);
        String known = texts.get(key);
        if (known != null && values.reads(known, typeName)) {
            return Optional.of(known);
        }
        Optional<String> made = Optional.empty();
        if (number == example.user() && values.reads(user, typeName)) {
            made = Optional.of(user);
        } else if (example.classes().containsKey(number)) {
            made = new ConstantText(catalog, transaction).of(example.classes().get(number));
        }
        if (made.isEmpty() || !values.reads(made.get(), typeName)) {
            made = values.candidates(type, typeName, List.of()).stream().findFirst();
        }
        made.ifPresent(each -> texts.put(key, each));
        return made;
    }
}
