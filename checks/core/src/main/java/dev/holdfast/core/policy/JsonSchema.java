package dev.holdfast.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shape of the policy file as a JSON Schema of 2020-12, for editors. */
final class JsonSchema {
    static final String ID = "https://holdfast.dev/schema/policy/v1.json";

    private JsonSchema() {}

    /** The schema as a tree of maps and lists. */
    static Map<String, Object> of(Shape.Keys file) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.put("title", "Holdfast policy (holdfast.yaml)");
        schema.put("description", file.description());
        keys(schema, file, key -> schema(part(file, key), !Settings.STRUCTURE.contains(key)));
        return schema;
    }

    private static Shape part(Shape.Keys keys, String key) {
        return Objects.requireNonNull(keys.keys().get(key));
    }

    private static Map<String, Object> schema(Shape shape, boolean lockable) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", shape.description());
        if (lockable && shape instanceof Shape.Leaf leaf) {
            schema.put("$comment", "when it is locked, it may " + leaf.tightening().words());
        }
        switch (shape) {
            case Shape.Keys keys -> keys(schema, keys, key -> schema(part(keys, key), lockable));
            case Shape.Either either -> {
                schema.put("type", "object");
                List<Object> alternatives = new ArrayList<>();
                either.byKey().values().forEach(keys -> alternatives.add(schema(keys, lockable)));
                schema.put("oneOf", alternatives);
            }
            case Shape.Names names -> {
                schema.put("type", "object");
                Map<String, Object> form = new LinkedHashMap<>();
                form(form, names.name());
                schema.put("propertyNames", form);
                schema.put("additionalProperties", schema(names.value(), lockable));
            }
            case Shape.ListOf list -> {
                schema.put("type", "array");
                schema.put("items", schema(list.item(), false));
                if (list.item() instanceof Shape.Text) {
                    schema.put("uniqueItems", true);
                }
                standard(schema, list.defaultValue());
            }
            case Shape.Text text -> {
                schema.put("type", "string");
                if (!text.choices().isEmpty()) {
                    schema.put("enum", List.copyOf(text.choices()));
                }
                Shape.Form form = text.form();
                if (form != null) {
                    form(schema, form);
                }
                standard(schema, text.defaultValue());
            }
            case Shape.WholeNumber number -> {
                schema.put("type", "integer");
                schema.put("minimum", number.least());
                schema.put("maximum", number.most());
                standard(schema, number.defaultValue());
            }
            case Shape.Single _ -> schema.put("type", List.of("string", "integer", "boolean"));
            case Shape.Flag flag -> {
                schema.put("type", "boolean");
                standard(schema, flag.defaultValue());
            }
        }
        return schema;
    }

    private static void keys(
            Map<String, Object> schema, Shape.Keys keys, Function<String, Object> part) {
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.keys().keySet().forEach(key -> properties.put(key, part.apply(key)));
        schema.put("properties", properties);
        if (!keys.required().isEmpty()) {
            schema.put("required", keys.required());
        }
        schema.put("additionalProperties", false);
    }

    private static void form(Map<String, Object> schema, Shape.Form form) {
        schema.put("pattern", form.pattern());
        schema.put("maxLength", form.longest());
    }

    private static void standard(Map<String, Object> schema, @Nullable Object value) {
        if (value != null) {
            schema.put("default", value);
        }
    }
}
