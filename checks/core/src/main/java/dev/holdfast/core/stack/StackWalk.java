package dev.holdfast.core.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One walk through a project, folder by folder, nearest first. Used once. */
final class StackWalk {

    static final int MAX_DEPTH = 6;
    private static final int MAX_ENTRIES = 50_000;
    private static final int MAX_MANIFESTS = 1_000;
    private static final int HEAD_BYTES = 16 * 1024;

    private static final Set<String> SKIPPED =
            Set.of("node_modules", "vendor", "dist", "build", "out", "target", "coverage");

    private record Folder(Path path, String name, int depth) {}

    private final Path root;
    private final Map<Technology, TreeSet<String>> found = new EnumMap<>(Technology.class);
    private final List<NodePackage> packages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Deque<Folder> waiting = new ArrayDeque<>();
    private int entries;
    private int manifests;

    StackWalk(Path root) {
        this.root = root;
    }

    void run() throws IOException {
        look(new Folder(root, "", 0));
        while (!waiting.isEmpty() && entries <= MAX_ENTRIES) {
            Folder folder = waiting.removeFirst();
            try {
                look(folder);
            } catch (IOException unreadable) {
                notes.add(folder.name() + " cannot be read: its part of the stack is unknown");
            }
        }
        if (entries > MAX_ENTRIES) {
            notes.add(
                    "more than %d files: the stack was detected from the first ones only"
                            .formatted(MAX_ENTRIES));
        }
    }

    Stack stack() {
        Map<Technology, List<String>> folders = new EnumMap<>(Technology.class);
        found.forEach((technology, names) -> folders.put(technology, List.copyOf(names)));
        packages.sort(Comparator.comparing(NodePackage::folder));
        return new Stack(folders, packages, notes);
    }

    private void look(Folder folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        Map<String, Path> folders = new TreeMap<>();
        list(folder, files, folders);
        if (files.containsKey("package.json")) {
            PackageFolder.read(folder.name(), files, notes)
                    .ifPresent(read -> {
                        packages.add(read.node());
                        read.technologies().forEach(each -> add(each, folder.name()));
                    });
        }
        if (lastName(folder).equals("supabase") && files.containsKey("config.toml")) {
            add(Technology.SUPABASE, parentName(folder));
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            lookAtManifest(folder, file.getKey(), file.getValue());
        }
        if (folder.depth() < MAX_DEPTH) {
            folders.forEach((name, path) -> enter(folder, name, path));
        }
    }

    private void list(Folder folder, Map<String, Path> files, Map<String, Path> folders)
            throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
            for (Path entry : stream) {
                entries++;
                if (entries > MAX_ENTRIES) {
                    return;
                }
                BasicFileAttributes kind =
                        Files.readAttributes(
                                entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                String name = String.valueOf(entry.getFileName());
                if (kind.isRegularFile()) {
                    files.put(name, entry);
                } else if (kind.isDirectory()) {
                    folders.put(name, entry);
                } else if (kind.isSymbolicLink() && name.equals("package.json")) {
                    notes.add(
                            show(entry)
                                    + " is a link and not followed: its dependencies are unknown");
                }
            }
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
    }

    private void enter(Folder parent, String name, Path path) {
        if (name.startsWith(".") || SKIPPED.contains(name)) {
            return;
        }
        String full = parent.name().isEmpty() ? name : parent.name() + "/" + name;
        waiting.addLast(new Folder(path, full, parent.depth() + 1));
    }

    private void lookAtManifest(Folder folder, String name, Path file) {
        boolean docker = hasYet(Technology.DOCKER);
        if (!docker && Manifests.isDockerfileName(name) && Manifests.hasFrom(head(file))) {
            add(Technology.DOCKER, folder.name());
        } else if (Manifests.isComposeName(name)) {
            if (!docker && Manifests.isCompose(head(file))) {
                add(Technology.DOCKER, folder.name());
            }
        } else if (!hasYet(Technology.KUBERNETES) && isCluster(name, file)) {
            add(Technology.KUBERNETES, folder.name());
        }
    }

    private boolean isCluster(String name, Path file) {
        if (Manifests.isKustomizationName(name)) {
            return true;
        }
        if (!Manifests.isYamlName(name) || manifests > MAX_MANIFESTS) {
            return false;
        }
        manifests++;
        if (manifests > MAX_MANIFESTS) {
            notes.add(
                    "more than %d YAML files: only the first ones were looked at for Kubernetes"
                            .formatted(MAX_MANIFESTS));
            return false;
        }
        String text = head(file);
        return name.equals("Chart.yaml") ? Manifests.isChart(text) : Manifests.isKubernetes(text);
    }

    /** The beginning of a file; Latin-1, because only ASCII lines are looked for. */
    private String head(Path file) {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            notes.add(show(file) + " cannot be read: its part of the stack is unknown");
            return "";
        }
    }

    private String show(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private boolean hasYet(Technology technology) {
        return found.containsKey(technology);
    }

    private void add(Technology technology, String folder) {
        found.computeIfAbsent(technology, each -> new TreeSet<>()).add(folder);
    }

    private static String lastName(Folder folder) {
        return folder.name().substring(folder.name().lastIndexOf('/') + 1);
    }

    private static String parentName(Folder folder) {
        return folder.name().substring(0, Math.max(0, folder.name().lastIndexOf('/')));
    }
}
