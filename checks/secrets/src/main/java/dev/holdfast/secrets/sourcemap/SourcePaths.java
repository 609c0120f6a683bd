package dev.holdfast.secrets.sourcemap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a source as a map names it into a path below the project's root. Bundlers put names of
 * their own before the path ({@code webpack://app/./src/a.ts?1f}, {@code
 * turbopack:///[project]/a.ts}), and plain names are relative to the map's folder.
 */
public final class SourcePaths {

    private SourcePaths() {}

    /**
     * The path, with '/' and relative to the root; nothing when it would lie outside of the root.
     *
     * @param root the project's root, absolute
     * @param base the folder that bundlers' names start from: that of the nearest package
     * @param mapFolder the folder of the map
     */
    public static Optional<String> resolve(String source, Path root, Path base, Path mapFolder) {
        String name = source;
        int query = name.indexOf('?');
        if (name.contains("://") && query >= 0) {
            name = name.substring(0, query);
        }
        try {
            Path folder = mapFolder;
            if (name.startsWith("file://")) {
                folder = root;
                name = decode(name.substring("file://".length()));
            } else if (name.contains("://")) {
                folder = base;
                name = afterBundler(name);
            } else if (name.startsWith("[project]/")) {
                folder = base;
                name = name.substring("[project]/".length());
            }
            if (name.isEmpty()) {
                return Optional.empty();
            }
            Path path = folder.resolve(name).normalize();
            return path.startsWith(root) && !path.equals(root)
                    ? Optional.of(slashes(root.relativize(path)))
                    : Optional.empty();
        } catch (InvalidPathException bad) {
            return Optional.empty();
        }
    }

    /** {@code webpack://name/./src/a.ts} and {@code turbopack:///[project]/src/a.ts}: the path. */
    private static String afterBundler(String name) {
        String rest = name.substring(name.indexOf("://") + 3);
        int slash = rest.indexOf('/');
        // What stands before the first slash is the bundle's name (empty in webpack:///…).
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        path = path.startsWith("[project]/") ? path.substring("[project]/".length()) : path;
        while (path.startsWith("/")) {
            path = path.substring(1);
        }
        return path;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static String slashes(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }
}
