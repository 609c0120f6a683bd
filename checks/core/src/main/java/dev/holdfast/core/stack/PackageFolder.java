package dev.holdfast.core.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a folder's {@code package.json} and the lock files beside it say together. */
record PackageFolder(NodePackage node, Set<Technology> technologies) {

    private static final int MAX_BYTES = 1024 * 1024;

    private static final Map<String, Technology> BY_DEPENDENCY =
            Map.of(
                    "next", Technology.NEXTJS,
                    "@nestjs/core", Technology.NESTJS,
                    "@supabase/supabase-js", Technology.SUPABASE,
                    "@supabase/ssr", Technology.SUPABASE,
                    "supabase", Technology.SUPABASE,
                    "vite", Technology.VITE,
                    "webpack", Technology.WEBPACK);

    /** Reads a folder's package, or adds a note that says why it cannot be read. */
    static Optional<PackageFolder> read(
            String folder, Map<String, Path> files, List<String> notes) {
        String shown = folder.isEmpty() ? "package.json" : folder + "/package.json";
        Path file = files.get("package.json");
        if (file == null) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new PackageJson.Broken("is larger than 1 MiB");
            }
            PackageJson json = PackageJson.read(bytes);
            return Optional.of(
                    new PackageFolder(node(folder, json, files.keySet(), notes), found(json)));
        } catch (PackageJson.Broken broken) {
            notes.add(shown + " " + broken.getMessage() + ": its dependencies are unknown");
        } catch (IOException unreadable) {
            notes.add(shown + " cannot be read: its dependencies are unknown");
        }
        return Optional.empty();
    }

    private static Set<Technology> found(PackageJson json) {
        Set<Technology> technologies = EnumSet.of(Technology.NODE);
        BY_DEPENDENCY.forEach((name, technology) -> {
            if (json.dependencies().contains(name)) {
                technologies.add(technology);
            }
        });
        return technologies;
    }

    private static NodePackage node(
            String folder, PackageJson json, Set<String> files, List<String> notes) {
        List<PackageManager> locks = new ArrayList<>();
        for (PackageManager manager : PackageManager.values()) {
            if (manager.lockfiles().stream().anyMatch(files::contains)) {
                locks.add(manager);
            }
        }
        Optional<PackageManager> named = named(json.packageManager());
        Optional<PackageManager> manager =
                named.or(() -> locks.isEmpty() ? Optional.empty() : Optional.of(locks.getFirst()));
        if (named.isEmpty() && locks.size() > 1) {
            notes.add(
                    "%s has lock files of %s: %s is taken, packageManager in package.json decides"
                            .formatted(
                                    folder.isEmpty() ? "the root" : folder,
                                    words(locks),
                                    locks.getFirst().word()));
        }
        boolean locked = manager.filter(locks::contains).isPresent();
        return new NodePackage(folder, manager, locked, json.build());
    }

    private static Optional<PackageManager> named(@Nullable String field) {
        return field == null ? Optional.empty() : PackageManager.ofField(field);
    }

    private static String words(List<PackageManager> managers) {
        return managers.stream().map(PackageManager::word).collect(Collectors.joining(" and "));
    }
}
