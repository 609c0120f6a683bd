package dev.holdfast.probes.target;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.CoreType;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mapping of a policy that has its shape already, read key by key. */
final class RouteNode {
    private final YamlMapping mapping;
    private final String file;

    RouteNode(YamlNode node, String file) {
        this.mapping = (YamlMapping) node;
        this.file = file;
    }

    String place() {
        return place(mapping);
    }

    /** A mistake in the value of a key, or in the mapping when the key is not there. */
    UserProblem wrong(String key, String what, String hint) {
        YamlNode node = mapping.entry(key).map(YamlEntry::value).orElse(mapping);
        return new UserProblem(place(node) + ": " + what, hint);
    }

    Optional<String> text(String key) {
        return mapping.entry(key).map(each -> ((YamlScalar) each.value()).text());
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    Optional<Integer> number(String key) {
        return text(key).map(Integer::decode);
    }

    Optional<Boolean> flag(String key) {
        return text(key).map(each -> each.toLowerCase(Locale.ROOT).equals("true"));
    }

    List<String> texts(String key) {
        return mapping.entry(key).map(each -> scalars(each.value())).orElse(List.of());
    }

    Optional<RouteNode> part(String key) {
        return mapping.entry(key).map(each -> new RouteNode(each.value(), file));
    }

    /** The mappings under names of the user's. */
    Map<String, RouteNode> parts(String key) {
        Map<String, RouteNode> parts = new LinkedHashMap<>();
        mapping.entry(key)
                .ifPresent(each ->
                        ((YamlMapping) each.value())
                                .entries()
                                .forEach(entry ->
                                        parts.put(
                                                entry.key(), new RouteNode(entry.value(), file))));
        return parts;
    }

    /** Texts, numbers and flags under names of the user's. */
    Map<String, Object> singles(String key) {
        Map<String, Object> singles = new LinkedHashMap<>();
        mapping.entry(key)
                .ifPresent(each ->
                        ((YamlMapping) each.value())
                                .entries()
                                .forEach(entry ->
                                        singles.put(
                                                entry.key(), single((YamlScalar) entry.value()))));
        return singles;
    }

    private static Object single(YamlScalar scalar) {
        return switch (CoreType.of(scalar)) {
            case INTEGER -> Long.decode(scalar.text());
            case FLAG -> scalar.text().toLowerCase(Locale.ROOT).equals("true");
            case NULL, FLOAT, TEXT -> scalar.text();
        };
    }

    private static List<String> scalars(YamlNode node) {
        List<String> texts = new ArrayList<>();
        ((YamlSequence) node).items().forEach(item -> texts.add(((YamlScalar) item).text()));
        return texts;
    }

    private String place(YamlNode node) {
        return file + ":" + node.line() + ":" + node.column();
    }
}
