package dev.holdfast.git.refs;

import dev.holdfast.core.history.Survey;
import dev.holdfast.git.folder.GitFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All references of a repository as they stand, and what is not as git writes it. */
public final class References {
    private static final String REPLACE = "refs/replace/";
    private static final int MOST_STEPS = 5;

    private final GitFolder folder;
    private final int nameLength;
    private final List<Survey.Gap> gaps = new ArrayList<>();
    private final Map<String, String> objects = new TreeMap<>();
    private final Map<String, String> symbolic = new TreeMap<>();
    // ORIG_HEAD and its like, which are asked for by name only.
    private final Map<String, String> leftBehind = new TreeMap<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private final Set<String> peeled = new LinkedHashSet<>();

    private References(GitFolder folder) {
        this.folder = folder;
        this.nameLength = 2 * folder.format().length();
    }

    /** Reads the references; what cannot be read is a gap. */
    public static References read(GitFolder folder) {
        References references = new References(folder);
        if (!folder.referenceStorage().equals("files")) {
            references.gaps.add(
                    new Survey.Gap(
                            "all references",
                            "cannot be read: they are stored as "
                                    + folder.referenceStorage()
                                    + " (git refs migrate --ref-format=files rewrites them)"));
            return references;
        }
        PackedReferences packed =
                PackedReferences.read(
                        folder.common().resolve("packed-refs"), folder.format(), references.gaps);
        references.objects.putAll(packed.names());
        references.peeled.addAll(packed.peeled());
        references.loose();
        if (references.wayOfHead().size() > MOST_STEPS) {
            references.gaps.add(
                    new Survey.Gap("HEAD", "leads from one reference to another in a circle"));
        }
        return references;
    }

    private void loose() {
        add("HEAD", folder.own().resolve("HEAD"));
        Map<String, Path> files =
                LooseReferences.below(folder.common().resolve("refs"), "refs", gaps);
        if (!folder.own().equals(folder.common())) {
            files.putAll(LooseReferences.below(folder.own().resolve("refs"), "refs", gaps));
            add("main-worktree/HEAD", folder.common().resolve("HEAD"));
        }
        for (Path each : WorkTrees.of(folder, gaps)) {
            String name = "worktrees/" + each.getFileName();
            add(name + "/HEAD", each.resolve("HEAD"));
            files.putAll(LooseReferences.below(each.resolve("refs"), name + "/refs", gaps));
        }
        files.forEach(this::add);
        for (Map.Entry<String, Path> each : WorkTrees.leftBehind(folder.own(), gaps).entrySet()) {
            try {
                if (ReferenceFile.read(each.getValue(), folder.format())
                        instanceof ReferenceFile.Names named) {
                    leftBehind.put(each.getKey(), named.object());
                }
            } catch (IOException gone) {
                // Commands remove them when they end; nothing but a user's word hangs on them.
            }
        }
    }

    private void add(String name, Path file) {
        try {
            switch (ReferenceFile.read(file, folder.format())) {
                case ReferenceFile.Names named -> {
                    if (!Text.isNothing(named.object())) {
                        objects.put(name, named.object());
                    }
                }
                case ReferenceFile.StandsFor other -> {
                    objects.remove(name);
                    symbolic.put(name, other.reference());
                }
                case ReferenceFile.Broken none -> {
                    // Such a file in between is no reference to git either.
                    if (Text.isReference(name)) {
                        broken.add(name);
                        gaps.add(new Survey.Gap(name, "is broken: it names no object"));
                    }
                }
            }
        } catch (NoSuchFileException gone) {
            // Git may remove it at any time.
        } catch (IOException unreadable) {
            broken.add(name);
            gaps.add(new Survey.Gap(name, "cannot be read"));
        }
    }

    /** What was found that is not as git writes it. */
    public List<Survey.Gap> gaps() {
        return List.copyOf(gaps);
    }

    /**
     * The gaps that matter to what HEAD reaches: where HEAD leads to is known, whatever branch is
     * broken that it does not stand for.
     */
    public List<Survey.Gap> gapsOfHead() {
        List<String> way = wayOfHead();
        return gaps.stream()
                .filter(gap ->
                        !broken.contains(gap.name())
                                || way.contains(gap.name())
                                || gap.name().startsWith(REPLACE))
                .toList();
    }

    /** HEAD, and the references that it stands for, whether they lead to an object or not. */
    public List<String> wayOfHead() {
        List<String> way = new ArrayList<>();
        for (String each = "HEAD"; each != null && way.size() <= MOST_STEPS; ) {
            way.add(each);
            each = symbolic.get(each);
        }
        return way;
    }

    /** Full names of all references that lead to an object. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>(objects.keySet());
        names.addAll(symbolic.keySet());
        return names;
    }

    /** Full names of all references, those that lead nowhere among them. */
    public Set<String> allNames() {
        Set<String> names = new LinkedHashSet<>(names());
        names.addAll(symbolic.values());
        names.addAll(broken);
        return names;
    }

    /** What a reference of that full name names, through other references too. */
    public Optional<String> object(String name) {
        String each = name;
        for (int steps = 0; steps <= MOST_STEPS; steps++) {
            String object = objects.get(each);
            if (object != null) {
                return Optional.of(object);
            }
            String next = symbolic.get(each);
            if (next == null) {
                return Optional.ofNullable(leftBehind.get(each));
            }
            each = next;
        }
        return Optional.empty();
    }

    /** The object that HEAD names; none before the first commit. */
    public Optional<String> head() {
        return object("HEAD");
    }

    /** The branch that HEAD stands for, when it does. */
    public Optional<String> branch() {
        return Optional.ofNullable(symbolic.get("HEAD"));
    }

    /** Every object that a reference names, HEAD and those of other work trees too. */
    public Set<String> all() {
        Set<String> all = new LinkedHashSet<>(objects.values());
        all.addAll(peeled);
        return all;
    }

    /** What refs/replace replaces, with what takes its place. */
    public Map<String, String> replacements() {
        Map<String, String> replacements = new TreeMap<>();
        objects.forEach((name, object) -> {
            if (name.startsWith(REPLACE)
                    && name.length() == REPLACE.length() + nameLength
                    && Text.isName(name, REPLACE.length(), name.length())) {
                replacements.put(name.substring(REPLACE.length()), object);
            }
        });
        return replacements;
    }

    /** The parts of a name that a user may leave away, the first one that leads to an object. */
    public Optional<String> fullName(String shortName) {
        for (String pattern :
                List.of(
                        "%s",
                        "refs/%s",
                        "refs/tags/%s",
                        "refs/heads/%s",
                        "refs/remotes/%s",
                        "refs/remotes/%s/HEAD")) {
            String name = pattern.formatted(shortName);
            if (object(name).isPresent()) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
