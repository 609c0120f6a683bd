package dev.holdfast.secrets.verify;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads entries of providers; an entry with a word too many or too few is refused. */
final class ProviderReader {
    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "rules",
                    "form",
                    "with",
                    "parts",
                    "claims",
                    "also",
                    "answer",
                    "source",
                    "call",
                    "under",
                    "auth",
                    "headers",
                    "body",
                    "live",
                    "live-if",
                    "restricted",
                    "restricted-if",
                    "dead",
                    "dead-if",
                    "facts");
    private static final Pattern STATUS = Pattern.compile("[2-4][0-9]{2}");
    private static final Pattern HOST = Pattern.compile("([a-z0-9-]+\\.)+[a-z]+");
    private static final Pattern CALL =
            Pattern.compile("(GET|POST) ((?:[a-z0-9.-]|\\{[a-z]+\\})+)(/\\S*)");

    private final String file;

    private ProviderReader(String file) {
        this.file = file;
    }

    static List<Provider> read(byte[] bytes, String file) {
        ProviderReader reader = new ProviderReader(file);
        List<Provider> providers = new ArrayList<>();
        for (YamlNode item : reader.items(StrictYaml.read(bytes, file))) {
            providers.add(reader.provider(reader.mapping(item)));
        }
        return List.copyOf(providers);
    }

    private Provider provider(YamlMapping entry) {
        for (YamlEntry each : entry.entries()) {
            if (!KEYS.contains(each.key())) {
                throw problem(each.value(), "unknown key " + each.key());
            }
        }
        String call = text(required(entry, "call"));
        var matched = CALL.matcher(call);
        if (!matched.matches()) {
            throw problem(entry, "call must be METHOD host/path");
        }
        Provider provider =
                new Provider(
                        text(required(entry, "name")),
                        new HashSet<>(list(required(entry, "rules"))),
                        form(entry, text(required(entry, "form"))),
                        forms(entry, "with"),
                        forms(entry, "parts"),
                        forms(entry, "claims"),
                        text(required(entry, "source")),
                        matched.group(1),
                        matched.group(2),
                        entry.entry("also").map(each -> list(each.value())).orElse(List.of()),
                        entry.entry("under").map(each -> text(each.value())),
                        matched.group(3),
                        Auth.parse(text(required(entry, "auth")))
                                .orElseThrow(() -> problem(entry, "unknown auth")),
                        texts(entry, "headers"),
                        entry.entry("body").map(each -> text(each.value())).orElse(""),
                        isXml(entry),
                        outcome(entry, "live"),
                        outcome(entry, "restricted"),
                        outcome(entry, "dead"),
                        texts(entry, "facts"));
        if (provider.host().contains("{") != provider.under().isPresent()) {
            throw problem(entry, "a host with a value needs the suffix it stands under");
        }
        for (String each : provider.also()) {
            if (!HOST.matcher(each).matches()) {
                throw problem(entry, each + " is no host");
            }
        }
        if (provider.live().statuses().isEmpty()) {
            throw problem(entry, "live needs a status");
        }
        if (provider.facts().size() > 5) {
            throw problem(entry, "at most 5 facts");
        }
        return provider;
    }

    private Outcome outcome(YamlMapping entry, String key) {
        Set<Integer> statuses = new HashSet<>();
        Optional<YamlEntry> given = entry.entry(key);
        if (given.isPresent()) {
            for (String status : list(given.get().value())) {
                if (!STATUS.matcher(status).matches()) {
                    throw problem(given.get().value(), status + " is no status");
                }
                statuses.add(Integer.valueOf(status));
            }
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        entry.entry(key + "-if")
                .ifPresent(condition ->
                        mapping(condition.value())
                                .entries()
                                .forEach(each -> fields.put(each.key(), list(each.value()))));
        // A status alone proves nothing: proxies and portals answer with any.
        if (statuses.isEmpty() != fields.isEmpty()) {
            throw problem(entry, key + " and " + key + "-if stand together");
        }
        return new Outcome(statuses, fields);
    }

    private boolean isXml(YamlMapping entry) {
        Optional<String> answer = entry.entry("answer").map(each -> text(each.value()));
        if (answer.isPresent() && !answer.get().equals("xml")) {
            throw problem(entry, "answer is xml, or left out for JSON");
        }
        return answer.isPresent();
    }

    private Map<String, Pattern> forms(YamlMapping entry, String key) {
        Map<String, Pattern> forms = new LinkedHashMap<>();
        texts(entry, key).forEach((name, form) -> forms.put(name, form(entry, form)));
        return forms;
    }

    private Pattern form(YamlNode at, String form) {
        try {
            return Pattern.compile(form);
        } catch (PatternSyntaxException broken) {
            throw problem(at, "form is no pattern");
        }
    }

    private Map<String, String> texts(YamlMapping entry, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entry.entry(key)
                .ifPresent(given ->
                        mapping(given.value())
                                .entries()
                                .forEach(each -> texts.put(each.key(), text(each.value()))));
        return texts;
    }

    private YamlNode required(YamlMapping entry, String key) {
        return entry.entry(key).orElseThrow(() -> problem(entry, "needs " + key)).value();
    }

    private YamlMapping mapping(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        throw problem(node, "must be a mapping");
    }

    private List<YamlNode> items(YamlNode node) {
        if (node instanceof YamlSequence sequence) {
            return sequence.items();
        }
        throw problem(node, "must be a sequence");
    }

    private List<String> list(YamlNode node) {
        return items(node).stream().map(this::text).toList();
    }

    private String text(YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.text().isEmpty()) {
            return scalar.text();
        }
        throw problem(node, "must be a text");
    }

    private UserProblem problem(YamlNode node, String what) {
        return new UserProblem(
                file + ":" + node.line() + ":" + node.column() + ": " + what,
                "see the head of source.yaml for what an entry holds");
    }
}
