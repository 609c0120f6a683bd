package dev.holdfast.cli;

import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The table of every key, made from the schema that {@code holdfast policy schema} prints. */
final class PolicyKeys {
    private static final String SEVERAL_TYPES = "several";

    private final StringBuilder rows =
            new StringBuilder(
                    "| key | value | default | locked, it may | what it is for |\n"
                            + "|---|---|---|---|---|\n");

    private PolicyKeys() {}

    static String table(String schema) {
        PolicyKeys keys = new PolicyKeys();
        // Every JSON text is YAML (YAML 1.2.2, section 1.2).
        keys.walk("", StrictYaml.read(schema.getBytes(StandardCharsets.UTF_8), "schema"));
        return keys.rows.toString();
    }

    private void walk(String key, YamlNode schema) {
        for (YamlEntry property : entries(schema, "properties")) {
            String name = key.isEmpty() ? property.key() : key + "." + property.key();
            if (isLeaf(property.value())) {
                row(name, property.value());
            }
            walk(name, property.value());
        }
        if (schema instanceof YamlMapping mapping) {
            mapping.entry("additionalProperties")
                    .filter(below -> below.value() instanceof YamlMapping)
                    .ifPresent(below -> {
                        String name = key + (key.equals("checks") ? ".<id>" : ".<name>");
                        if (isLeaf(below.value())) {
                            row(name, below.value());
                        }
                        walk(name, below.value());
                    });
            mapping.entry("items").ifPresent(items -> walk(key + "[]", items.value()));
            mapping.entry("oneOf")
                    .ifPresent(all ->
                            ((YamlSequence) all.value()).items().forEach(each -> walk(key, each)));
        }
    }

    private void row(String key, YamlNode schema) {
        String cells =
                List.of(
                                "`" + key + "`",
                                value(schema),
                                standard(schema),
                                text(schema, "$comment").replace("when it is locked, it may ", ""),
                                text(schema, "description"))
                        .stream()
                        .map(cell -> cell.isEmpty() ? "" : cell + " ")
                        .collect(Collectors.joining("| "));
        String row = "| " + cells + "|\n";
        // 'lock' belongs to both kinds of items of 'extends'.
        if (rows.indexOf(row) < 0) {
            rows.append(row);
        }
    }

    private static boolean isLeaf(YamlNode schema) {
        return !text(schema, "type").equals("object");
    }

    private static String value(YamlNode schema) {
        String type = text(schema, "type");
        List<YamlNode> words = items(schema, "enum");
        if (!words.isEmpty()) {
            return words.stream()
                    .map(word -> "`" + ((YamlScalar) word).text() + "`")
                    .collect(Collectors.joining(", "));
        }
        return switch (type) {
            case "array" -> {
                YamlNode item = ((YamlMapping) schema).entry("items").orElseThrow().value();
                yield text(item, "type").equals("object")
                        ? "list"
                        : "list of " + value(item).replaceFirst("^text$", "texts");
            }
            case "integer" -> text(schema, "minimum") + " to " + text(schema, "maximum");
            case "boolean" -> "`true`, `false`";
            case SEVERAL_TYPES -> "text, whole number, `true`, `false`";
            default -> "text";
        };
    }

    private static String standard(YamlNode schema) {
        return ((YamlMapping) schema)
                .entry("default")
                .map(entry -> {
                    if (entry.value() instanceof YamlSequence list) {
                        return list.items().stream()
                                .map(item -> ((YamlScalar) item).text())
                                .collect(Collectors.joining(", ", "`[", "]`"));
                    }
                    return "`" + ((YamlScalar) entry.value()).text() + "`";
                })
                .orElse("");
    }

    private static List<YamlEntry> entries(YamlNode schema, String key) {
        return schema instanceof YamlMapping mapping
                ? mapping.entry(key)
                        .map(entry -> ((YamlMapping) entry.value()).entries())
                        .orElse(List.of())
                : List.<YamlEntry>of();
    }

    private static List<YamlNode> items(YamlNode schema, String key) {
        return ((YamlMapping) schema)
                .entry(key)
                .map(entry -> ((YamlSequence) entry.value()).items())
                .orElse(List.of());
    }

    private static String text(YamlNode schema, String key) {
        return ((YamlMapping) schema)
                .entry(key)
                .map(entry ->
                        entry.value() instanceof YamlScalar word ? word.text() : SEVERAL_TYPES)
                .orElse("");
    }
}
