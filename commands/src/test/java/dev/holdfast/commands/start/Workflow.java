package dev.holdfast.commands.start;

import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A workflow as a reader of YAML sees it. */
record Workflow(String text, YamlMapping root) {

    static Workflow of(String text) {
        return new Workflow(
                text,
                (YamlMapping)
                        StrictYaml.read(text.getBytes(StandardCharsets.UTF_8), "workflow.yml"));
    }

    /** The node at the end of a path of keys. */
    Optional<YamlNode> find(String... keys) {
        return find(root, keys);
    }

    static Optional<YamlNode> find(YamlNode start, String... keys) {
        Optional<YamlNode> node = Optional.of(start);
        for (String key : keys) {
            node =
                    node.filter(YamlMapping.class::isInstance)
                            .map(YamlMapping.class::cast)
                            .flatMap(mapping -> mapping.entry(key))
                            .map(entry -> entry.value());
        }
        return node;
    }

    /** The text at the end of a path of keys, or the empty one. */
    static String text(YamlNode start, String... keys) {
        return find(start, keys)
                .filter(YamlScalar.class::isInstance)
                .map(node -> ((YamlScalar) node).text())
                .orElse("");
    }

    List<String> keys(String... path) {
        return ((YamlMapping) find(path).orElseThrow())
                .entries().stream().map(entry -> entry.key()).toList();
    }

    List<YamlNode> steps(String job) {
        return ((YamlSequence) find("jobs", job, "steps").orElseThrow()).items();
    }

    /** All steps of all jobs. */
    List<YamlNode> steps() {
        return keys("jobs").stream().flatMap(job -> steps(job).stream()).toList();
    }

    /** The scripts of a job, in their order. */
    List<String> scripts(String job) {
        return steps(job).stream()
                .map(step -> text(step, "run"))
                .filter(run -> !run.isEmpty())
                .toList();
    }
}
