package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.folder.GitFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the references of a repository named before. */
public final class ReferenceLogs {
    private static final String STASH = "refs/stash";
    private static final String LOGS = "logs";

    private final GitFolder folder;
    private final int nameLength;
    private final List<Survey.Gap> gaps = new ArrayList<>();

    /** The logs of a repository; nothing is read yet. */
    public ReferenceLogs(GitFolder folder) {
        this.folder = folder;
        this.nameLength = 2 * folder.format().length();
    }

    /** What was found in the logs read so far that is not as git writes it. */
    public List<Survey.Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Every entry of the stash: only the latest has a reference, the others stand in its log. */
    public Set<String> stash() {
        Set<String> entries = new LinkedHashSet<>();
        Path file = folder.common().resolve(LOGS).resolve(STASH);
        if (Files.isRegularFile(file)) {
            read(STASH, file).forEach(each -> entries.add(each.after()));
            entries.removeIf(Text::isNothing);
        }
        return entries;
    }

    /**
     * What {@code name@{number}} means: the object that the reference named that many changes ago.
     *
     * @param name the full name
     */
    public Optional<String> before(String name, int number) {
        boolean isOwn = !name.startsWith("refs/") || name.startsWith("refs/bisect/");
        Path file =
                (isOwn ? folder.own() : folder.common()).resolve(LOGS).resolve(name).normalize();
        List<ReferenceLog.Entry> entries = Files.isRegularFile(file) ? read(name, file) : List.of();
        int at = entries.size() - 1 - number;
        String object = "";
        if (at >= 0) {
            object = entries.get(at).after();
        } else if (at == -1 && !entries.isEmpty()) {
            object = entries.getFirst().before();
        }
        return object.isEmpty() || Text.isNothing(object) ? Optional.empty() : Optional.of(object);
    }

    /**
     * Every object that a log names, and those that commands leave behind, such as ORIG_HEAD; much
     * of it may be gone.
     */
    public Set<String> all() {
        Set<String> logged = new LinkedHashSet<>();
        Set<Path> folders = new LinkedHashSet<>(List.of(folder.common(), folder.own()));
        folders.addAll(WorkTrees.of(folder, gaps));
        for (Path each : folders) {
            LooseReferences.below(each.resolve(LOGS), LOGS, gaps)
                    .forEach((name, file) -> add(name, file, logged));
            WorkTrees.leftBehind(each, gaps).forEach((name, file) -> names(name, file, logged));
        }
        logged.removeIf(Text::isNothing);
        return logged;
    }

    private void add(String name, Path file, Set<String> logged) {
        for (ReferenceLog.Entry entry : read(name.substring(LOGS.length() + 1), file)) {
            logged.add(entry.before());
            logged.add(entry.after());
        }
    }

    /** FETCH_HEAD has an object a line. */
    private void names(String name, Path file, Set<String> logged) {
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                if (Text.isName(line, 0, nameLength)) {
                    logged.add(line.substring(0, nameLength));
                }
            }
        } catch (IOException unreadable) {
            gaps.add(new Survey.Gap(name, "cannot be read"));
        }
    }

    private List<ReferenceLog.Entry> read(String name, Path file) {
        try {
            ReferenceLog log = ReferenceLog.read(file, nameLength);
            if (!log.isWhole()) {
                gaps.add(
                        new Survey.Gap(
                                "the reflog of " + name,
                                "has lines that are not as git writes them"));
            }
            return log.entries();
        } catch (IOException unreadable) {
            gaps.add(new Survey.Gap("the reflog of " + name, "cannot be read"));
            return List.of();
        }
    }
}
