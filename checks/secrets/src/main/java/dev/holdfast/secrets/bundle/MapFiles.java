package dev.holdfast.secrets.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the file that holds the source map of another file. */
final class MapFiles {
    /** Longer files are not held in memory whole. */
    static final long LARGEST = 64L << 20;

    private final Path root;

    MapFiles(Path root) {
        this.root = root;
    }

    /** What a link to a map comes to. */
    sealed interface Link {
        /** The map is there. */
        final class Found implements Link {
            private final byte[] json;
            private final Path folder;

            Found(byte[] json, Path folder) {
                this.json = json;
                this.folder = folder;
            }

            byte[] json() {
                return json;
            }

            Path folder() {
                return folder;
            }
        }

        /** There is none. */
        record None() implements Link {}

        /** It cannot be looked at. */
        record Unusable(String why, String remediation) implements Link {}
    }

    /** Follows a link, or without one finds the map beside the file, as a hidden one lies. */
    Link of(BundleFile file, Optional<MapLink> link) {
        if (link.isPresent() && link.get().isRemote()) {
            return new Link.None();
        }
        Path folder = parent(file.path());
        String name = link.map(MapLink::fileName).orElse(file.unpackedName() + ".map");
        try {
            if (name.startsWith("/")) {
                return served(file, name.substring(1));
            }
            Path map = folder.resolve(name).normalize();
            return map.startsWith(root)
                    ? read(map)
                    : outside("its source map lies outside of the project");
        } catch (InvalidPathException bad) {
            return outside("its source map has no valid file name");
        } catch (IOException failed) {
            // What was found in the file itself is not lost with its map.
            return new Link.Unusable(
                    "its source map could not be read: "
                            + Reasons.of(failed)
                            + ", so where a value comes from is not known",
                    "make it readable, or exclude the file by policy with a reason");
        }
    }

    /** A name that starts with '/' starts at the root of the site: some folder above the file. */
    private Link served(BundleFile file, String name) throws IOException {
        for (Path folder = parent(file.path());
                folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            Path map = folder.resolve(name).normalize();
            if (map.startsWith(root) && Files.isRegularFile(map)) {
                return read(map);
            }
        }
        return new Link.None();
    }

    private Link read(Path map) throws IOException {
        if (!Files.isRegularFile(map)) {
            return new Link.None();
        }
        if (!map.toRealPath().startsWith(root)) {
            return outside("its source map is a link out of the project");
        }
        if (Files.size(map) > LARGEST) {
            return new Link.Unusable(
                    "its source map is larger than 64 MiB, so where a value comes from is not known",
                    "split the output, or exclude the file by policy with a reason");
        }
        return new Link.Found(Files.readAllBytes(map), parent(map));
    }

    private static Link outside(String why) {
        return new Link.Unusable(
                why + ", so it was not read",
                "build inside the project, or exclude the file by policy with a reason");
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
