package dev.holdfast.core.policy;

import dev.holdfast.core.problem.Nearest;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.yaml.StrictYaml;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import dev.holdfast.core.yaml.YamlSequence;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one policy file and, before it, what it extends; holds it against every lock. */
final class LayerReader {
    private static final int MAX_CHAIN = 8;

    private final Shape.Keys shape;
    private final KnownChecks checks;

    LayerReader(Shape.Keys shape, KnownChecks checks) {
        this.shape = shape;
        this.checks = checks;
    }

    /**
     * Reads a file.
     *
     * @param chain the files that led here, by SHA-256, so that a circle ends
     * @throws UserProblem when anything in it or before it is invalid
     */
    Layer read(PolicyFile file, List<String> chain) throws IOException {
        YamlNode root = StrictYaml.read(file.bytes(), file.name());
        stopOn(Validator.validate(root, shape, file.name()));
        List<PolicyProblem> problems = new ArrayList<>(meaning(root, file.name()));
        stopOn(problems);

        Settings below = Settings.defaults(shape);
        List<Lock> locks = new ArrayList<>();
        for (YamlNode item : items(Values.child(root, "extends"))) {
            Layer parent = parent((YamlMapping) item, file, chain);
            below = below.with(parent.settings());
            locks.addAll(parent.locks());
            for (YamlScalar key : scalars(Values.child(item, "lock"))) {
                locks.add(new Lock(Lock.words(key.text()), parent.name(), parent.settings()));
            }
        }
        Settings settings =
                below.with(
                        root,
                        shape,
                        node ->
                                file.name().startsWith("builtin:")
                                        ? file.name()
                                        : file.name() + ":" + node.line() + ":" + node.column());
        YamlNode extending = Values.child(root, "extends");
        YamlNode fallback = extending == null ? root : extending;
        for (Setting broken : new Environments(settings).broken()) {
            problems.add(
                    at(
                            broken,
                            file.name(),
                            fallback,
                            "'"
                                    + broken.key()
                                    + ": "
                                    + broken.shown()
                                    + "' names no environment that "
                                    + "can be inherited"));
        }
        stopOn(problems);
        for (Lock lock : locks) {
            for (Lock.Loosened each : lock.loosenedBy(settings, shape, checks::severity)) {
                problems.add(at(each.setting(), file.name(), fallback, each.message()));
            }
        }
        stopOn(problems);
        for (YamlScalar key : scalars(Values.child(root, "lock"))) {
            locks.add(new Lock(Lock.words(key.text()), file.name(), settings));
        }
        return new Layer(file.name(), settings, locks);
    }

    private Layer parent(YamlMapping item, PolicyFile child, List<String> chain)
            throws IOException {
        Optional<YamlEntry> builtin = item.entry("builtin");
        if (builtin.isPresent()) {
            String name = ((YamlScalar) builtin.get().value()).text();
            return read(
                    new PolicyFile("builtin:" + name, child.folder(), Profiles.bytes(name)), chain);
        }
        YamlScalar name = (YamlScalar) item.entry("file").orElseThrow().value();
        YamlScalar pin = (YamlScalar) item.entry("sha256").orElseThrow().value();
        PolicyFile file = parentFile(name, child);
        if (!file.sha256().equals(pin.text())) {
            throw new UserProblem(
                    place(child.name(), pin) + name.text() + " is not the file that is pinned",
                    "read what changed in it; its SHA-256 now is " + file.sha256());
        }
        if (chain.contains(pin.text()) || chain.size() >= MAX_CHAIN) {
            throw new UserProblem(
                    place(child.name(), name)
                            + "policies extend each other more than "
                            + MAX_CHAIN
                            + " files deep",
                    "make the chain shorter");
        }
        List<String> longer = new ArrayList<>(chain);
        longer.add(pin.text());
        return read(file, longer);
    }

    private static PolicyFile parentFile(YamlScalar name, PolicyFile child) throws IOException {
        try {
            Path path = child.folder().resolve(name.text());
            return PolicyFile.read(path, name.text());
        } catch (InvalidPathException bad) {
            throw new UserProblem(place(child.name(), name) + "not a file name", null);
        } catch (UserProblem unreadable) {
            throw new UserProblem(place(child.name(), name) + unreadable.what(), unreadable.hint());
        }
    }

    /** What a shape cannot say: names that must exist, keys that belong together. */
    private List<PolicyProblem> meaning(YamlNode root, String file) {
        List<PolicyProblem> problems = new ArrayList<>();
        for (YamlNode item : items(Values.child(root, "extends"))) {
            extending((YamlMapping) item, file).ifPresent(problems::add);
            lockKeys(Values.child(item, "lock"), file, problems);
        }
        lockKeys(Values.child(root, "lock"), file, problems);
        if (Values.child(root, "checks") instanceof YamlMapping each) {
            for (YamlEntry entry : each.entries()) {
                known(entry.key(), file, entry.keyLine(), entry.keyColumn())
                        .ifPresent(problems::add);
            }
        }
        required(Values.child(root, "gate"), file, problems);
        if (Values.child(root, "environments") instanceof YamlMapping each) {
            each.entries()
                    .forEach(
                            entry -> required(Values.child(entry.value(), "gate"), file, problems));
        }
        return problems;
    }

    private static Optional<PolicyProblem> extending(YamlMapping item, String file) {
        boolean builtin = item.entry("builtin").isPresent();
        boolean named = item.entry("file").isPresent();
        boolean pinned = item.entry("sha256").isPresent();
        String message =
                builtin == named
                        ? "name one of 'builtin' and 'file'"
                        : builtin && pinned
                                ? "a built-in profile has no 'sha256'"
                                : named && !pinned
                                        ? "a file that is extended is pinned with 'sha256'"
                                        : null;
        return Optional.ofNullable(message)
                .map(text -> new PolicyProblem(file, item.line(), item.column(), text));
    }

    private void lockKeys(@Nullable YamlNode list, String file, List<PolicyProblem> problems) {
        for (YamlScalar key : scalars(list)) {
            if (!exists(shape, Lock.words(key.text()))) {
                problems.add(
                        new PolicyProblem(
                                file,
                                key.line(),
                                key.column(),
                                "there is no key '"
                                        + key.text()
                                        + "' to lock"
                                        + Nearest.of(key.text(), shape.keys().keySet())
                                                .map(near -> ", did you mean '" + near + "'?")
                                                .orElse("")));
            }
        }
    }

    private static boolean exists(Shape shape, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        return switch (shape) {
            case Shape.Keys keys -> {
                Shape part = keys.keys().get(words.getFirst());
                yield part != null && exists(part, words.subList(1, words.size()));
            }
            // A check id has a dot of its own, so a lock may name one half of it.
            case Shape.Names names ->
                    words.size() == 1
                            || exists(names.value(), words.subList(1, words.size()))
                            || (words.size() >= 2
                                    && exists(names.value(), words.subList(2, words.size())));
            case Shape.Leaf _ -> false;
        };
    }

    private void required(@Nullable YamlNode gate, String file, List<PolicyProblem> problems) {
        if (gate == null) {
            return;
        }
        for (YamlScalar id : scalars(Values.child(gate, "requireChecks"))) {
            known(id.text(), file, id.line(), id.column()).ifPresent(problems::add);
        }
    }

    private Optional<PolicyProblem> known(String id, String file, int line, int column) {
        Set<String> ids = checks.ids();
        if (CheckId.isValid(id) && ids.contains(id)) {
            return Optional.empty();
        }
        return Optional.of(
                new PolicyProblem(
                        file,
                        line,
                        column,
                        "there is no check '"
                                + id
                                + "'"
                                + Nearest.of(id, ids)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse("")));
    }

    private static PolicyProblem at(
            Setting setting, String file, YamlNode fallback, String message) {
        String layer = setting.layer();
        if (layer.startsWith(file + ":")) {
            int colon = layer.lastIndexOf(':');
            return new PolicyProblem(
                    file,
                    Integer.parseInt(layer.substring(file.length() + 1, colon)),
                    Integer.parseInt(layer.substring(colon + 1)),
                    message);
        }
        return new PolicyProblem(
                file, fallback.line(), fallback.column(), message + " (set by " + layer + ")");
    }

    private static List<YamlNode> items(@Nullable YamlNode node) {
        return node instanceof YamlSequence sequence ? sequence.items() : List.<YamlNode>of();
    }

    private static List<YamlScalar> scalars(@Nullable YamlNode node) {
        return items(node).stream()
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .toList();
    }

    private static String place(String file, YamlNode node) {
        return file + ":" + node.line() + ":" + node.column() + ": ";
    }

    private static void stopOn(List<PolicyProblem> problems) {
        if (!problems.isEmpty()) {
            throw PolicyProblem.together(problems);
        }
    }
}
