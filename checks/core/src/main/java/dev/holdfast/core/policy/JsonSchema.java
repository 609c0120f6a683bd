package dev.holdfast.core.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        schema.putAll(schema(file));
        return schema;
    }

    private static Map<String, Object> schema(Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", shape.description());
        switch (shape) {
            case Shape.Keys keys -> {
                schema.put("type", "object");
                Map<String, Object> properties = new LinkedHashMap<>();
                keys.keys().forEach((key, part) -> properties.put(key, schema(part)));
                schema.put("properties", properties);
                if (!keys.required().isEmpty()) {
                    schema.put("required", keys.required());
                }
                schema.put("additionalProperties", false);
            }
            case Shape.Names names -> {
                schema.put("type", "object");
                schema.put("propertyNames", Map.of("pattern", names.name().pattern()));
                schema.put("additionalProperties", schema(names.value()));
            }
            case Shape.ListOf list -> {
                schema.put("type", "array");
                schema.put("items", schema(list.item()));
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
                    schema.put("pattern", form.pattern());
                }
                standard(schema, text.defaultValue());
            }
            case Shape.WholeNumber number -> {
                schema.put("type", "integer");
                schema.put("minimum", number.least());
                schema.put("maximum", number.most());
                standard(schema, number.defaultValue());
            }
            case Shape.Flag flag -> {
                schema.put("type", "boolean");
                standard(schema, flag.defaultValue());
            }
        }
        return schema;
    }

    private static void standard(Map<String, Object> schema, @Nullable Object value) {
        if (value != null) {
            schema.put("default", value);
        }
    }
}
