package dev.holdfast.core.stack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a project is built with.
 *
 * @param found each technology with the folders it was found in, sorted, relative to the detected
 *     root with '/', the empty text for the root itself
 * @param packages every readable {@code package.json}, the root's first, then by folder
 * @param notes sentences about what could not be looked at; never a value from a file
 */
public record Stack(
        Map<Technology, List<String>> found, List<NodePackage> packages, List<String> notes) {

    public Stack {
        Map<Technology, List<String>> copy = new EnumMap<>(Technology.class);
        found.forEach((technology, folders) -> copy.put(technology, List.copyOf(folders)));
        found = Collections.unmodifiableMap(copy);
        packages = List.copyOf(packages);
        // A file's name may hold an escape sequence; a note is printed as it is.
        notes = notes.stream().map(note -> note.replaceAll("\\p{Cc}", "?")).toList();
    }

    /** The technologies found, in the order of {@link Technology}. */
    public Set<Technology> technologies() {
        return found.keySet();
    }

    /** Whether that technology was found. */
    public boolean has(Technology technology) {
        return found.containsKey(technology);
    }

    /** The folders a technology was found in; empty when it was not. */
    public List<String> folders(Technology technology) {
        return found.getOrDefault(technology, List.of());
    }

    /** The folders below the root that are packages of their own; empty outside a monorepo. */
    public List<String> packageFolders() {
        return packages.stream().map(NodePackage::folder).filter(name -> !name.isEmpty()).toList();
    }

    /**
     * The package manager of the project: the root's, else the first that a package names, else npm
     * when there is a package at all.
     */
    public Optional<PackageManager> packageManager() {
        return packages.stream()
                .flatMap(each -> each.manager().stream())
                .findFirst()
                .or(() -> packages.isEmpty() ? Optional.empty() : Optional.of(PackageManager.NPM));
    }

    /**
     * The command that builds the project, when its root or, without one, any of its packages has a
     * {@code build} script: {@code pnpm run build}.
     */
    public Optional<String> buildCommand() {
        return builds().isEmpty()
                ? Optional.empty()
                : packageManager().map(manager -> manager.word() + " run build");
    }

    /**
     * The packages to build: the root alone when it has a {@code build} script, since that of a
     * monorepo builds its members; otherwise each package that has one.
     */
    public List<NodePackage> builds() {
        List<NodePackage> buildable = packages.stream().filter(NodePackage::build).toList();
        return !buildable.isEmpty() && buildable.getFirst().folder().isEmpty()
                ? buildable.subList(0, 1)
                : buildable;
    }
}
