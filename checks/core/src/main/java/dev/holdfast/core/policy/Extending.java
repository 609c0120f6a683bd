package dev.holdfast.core.policy;

import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.yaml.YamlEntry;
import dev.holdfast.core.yaml.YamlMapping;
import dev.holdfast.core.yaml.YamlNode;
import dev.holdfast.core.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the files that policies extend; ends circles and what grows without end. Used once. */
final class Extending {
    private static final int DEEPEST = 8;
    private static final int MOST = 32;

    private final Deque<PolicyFile> open = new ArrayDeque<>();
    private int files;

    /** A file is being read; what it extends is asked for until it is closed. */
    void enter(PolicyFile file) {
        open.addLast(file);
    }

    void leave() {
        open.removeLast();
    }

    /**
     * The policy that an item of {@code extends} names, in the file that was entered last.
     *
     * @throws UserProblem at the item's place when it is not what the item says
     */
    PolicyFile find(YamlMapping item) throws IOException {
        PolicyFile child = open.getLast();
        files++;
        if (files > MOST) {
            throw problem(child, item, "more than " + MOST + " policies are extended", null);
        }
        Optional<YamlEntry> builtin = item.entry("builtin");
        if (builtin.isPresent()) {
            String name = ((YamlScalar) builtin.get().value()).text();
            return PolicyFile.builtIn(name, Profiles.bytes(name));
        }
        YamlScalar name = (YamlScalar) item.entry("file").orElseThrow().value();
        YamlScalar pin = (YamlScalar) item.entry("sha256").orElseThrow().value();
        PolicyFile file = read(child, name);
        boolean circle = open.stream().anyMatch(each -> each.file().equals(file.file()));
        if (circle) {
            throw problem(
                    child, name, file.name() + " extends itself, here or through others", null);
        }
        if (open.size() >= DEEPEST) {
            throw problem(
                    child,
                    name,
                    "policies extend each other more than " + DEEPEST + " files deep",
                    "make the chain shorter");
        }
        if (file.isTooLarge()) {
            throw problem(child, name, file.name() + " is larger than 1 MiB", null);
        }
        if (!file.sha256().equals(pin.text())) {
            throw problem(
                    child,
                    pin,
                    file.name() + " is not the file that is pinned",
                    file.looksLikePolicy()
                            ? "read what changed in it; its SHA-256 now is " + file.sha256()
                            : "it is no policy; is the path right?");
        }
        return file;
    }

    private static PolicyFile read(PolicyFile child, YamlScalar name) throws IOException {
        if (name.text().isBlank()) {
            throw problem(child, name, "the name of a file is missing", null);
        }
        try {
            Path file = child.file().orElseThrow().resolveSibling(name.text());
            return PolicyFile.read(file, child.show(name.text()));
        } catch (InvalidPathException bad) {
            throw problem(child, name, "'" + name.text() + "' is not the name of a file", null);
        } catch (UserProblem unreadable) {
            throw problem(child, name, unreadable.what(), unreadable.hint());
        }
    }

    private static UserProblem problem(
            PolicyFile file, YamlNode node, String message, @Nullable String hint) {
        return PolicyProblem.together(List.of(PolicyProblem.at(file.name(), node, message)), hint);
    }
}
