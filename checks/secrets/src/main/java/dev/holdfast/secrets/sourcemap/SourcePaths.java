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
     * @param base the folder that bundlers' names start from
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
            } else if (name.startsWith("http://") || name.startsWith("https://")) {
                return Optional.empty();
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

    /** Whether a bundler named the source, from a folder that the map does not tell. */
    public static boolean isBundled(String source) {
        return source.startsWith("[project]/")
                || (source.contains("://")
                        && !source.startsWith("file://")
                        && !source.startsWith("http://")
                        && !source.startsWith("https://"));
    }

    /**
     * The path in {@code webpack://name/./src/a.ts} and {@code turbopack:///[project]/src/a.ts}.
     * webpack's name is the package's, and may have a scope: {@code webpack://@acme/shop/./src}.
     */
    private static String afterBundler(String name) {
        String rest = name.substring(name.indexOf("://") + 3);
        int here = start(rest, "./");
        int above = start(rest, "../");
        int start = here < 0 ? above : above < 0 ? here : Math.min(here, above);
        String path = start >= 0 ? rest.substring(start) : afterName(rest);
        path = path.startsWith("[project]/") ? path.substring("[project]/".length()) : path;
        while (path.startsWith("/")) {
            path = path.substring(1);
        }
        return path;
    }

    /** Where a path that starts so begins, behind the bundle's name. */
    private static int start(String rest, String dots) {
        int at = rest.indexOf("/" + dots);
        return at < 0 ? -1 : at + 1;
    }

    private static String afterName(String rest) {
        int slash = rest.indexOf('/');
        if (rest.startsWith("@") && slash >= 0) {
            slash = rest.indexOf('/', slash + 1);
        }
        return slash < 0 ? "" : rest.substring(slash + 1);
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
