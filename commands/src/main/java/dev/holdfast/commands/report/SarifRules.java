package dev.holdfast.commands.report;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Reference;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of a SARIF run: every check that has a failing result, sorted by id. */
final class SarifRules {
    private static final int MOST_TAGS = 20;

    private final Map<CheckId, Severity> worst = new TreeMap<>();
    private final Map<CheckId, Integer> indexes = new TreeMap<>();
    private final Map<CheckId, CheckInfo> explanations;

    SarifRules(List<Result> failing, Map<CheckId, CheckInfo> explanations) {
        this.explanations = explanations;
        for (Result result : failing) {
            worst.merge(
                    result.check(),
                    result.severity(),
                    (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        worst.keySet().forEach(id -> indexes.put(id, indexes.size()));
    }

    int indexOf(CheckId id) {
        return indexes.getOrDefault(id, -1);
    }

    List<Object> descriptors() {
        List<Object> descriptors = new ArrayList<>();
        worst.forEach(
                (id, severity) -> descriptors.add(descriptor(id, severity, explanations.get(id))));
        return descriptors;
    }

    private static Map<String, Object> descriptor(
            CheckId id, Severity severity, @Nullable CheckInfo info) {
        String title = info == null ? id.value() : info.title();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id.value());
        rule.put("name", id.value());
        rule.put("shortDescription", SarifText.message(title));
        rule.put("fullDescription", SarifText.message(info == null ? title : info.meaning()));
        rule.put("help", help(id, info));
        List<Reference> references = info == null ? List.of() : info.references();
        references.stream()
                .map(Reference::url)
                .filter(url -> url.startsWith("https://"))
                .findFirst()
                .ifPresent(url -> rule.put("helpUri", url));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", tags(references));
        properties.put("precision", "high");
        properties.put("security-severity", score(severity));
        rule.put("properties", properties);
        return rule;
    }

    private static Map<String, Object> help(CheckId id, @Nullable CheckInfo info) {
        Map<String, Object> help = new LinkedHashMap<>();
        if (info == null) {
            help.put("text", SarifText.plain(id.value()));
            return help;
        }
        help.put(
                "text",
                SarifText.plain(SarifText.sentences(info.meaning(), info.why(), info.fix())));
        help.put(
                "markdown",
                "**What it means:** %s\n\n**Why it matters:** %s\n\n**How to fix it:** %s\n"
                        .formatted(
                                MarkdownText.of(info.meaning()),
                                MarkdownText.of(info.why()),
                                MarkdownText.of(info.fix())));
        return help;
    }

    /** GitHub shows ten tags of at most twenty; a weakness counts only when it is named its way. */
    private static List<String> tags(List<Reference> references) {
        Set<String> tags = new LinkedHashSet<>();
        tags.add("security");
        for (Reference reference : references) {
            String name = reference.name();
            tags.add(
                    name.startsWith("CWE-")
                            ? "external/cwe/" + name.toLowerCase(Locale.ROOT)
                            : name);
        }
        return tags.stream().limit(MOST_TAGS).toList();
    }

    /**
     * The severity as GitHub's number: above 9.0 critical, 7.0 high, 4.0 medium, 0.1 low, 0.0 none.
     */
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFO -> "0.0";
        };
    }
}
