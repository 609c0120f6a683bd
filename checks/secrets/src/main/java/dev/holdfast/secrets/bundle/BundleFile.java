package dev.holdfast.secrets.bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One file of the output.
 *
 * @param shown its path relative to the project's root, with '/'
 */
record BundleFile(Path path, String shown, long size, Exposure exposure) {
    private static final String GZIP = ".gz";

    /** Whether it is the packed form that a web server sends in the place of a file. */
    boolean isGzip() {
        return shown.toLowerCase(Locale.ROOT).endsWith(GZIP);
    }

    /** Its own name, without the ending that says that it is packed. */
    String unpackedName() {
        String name = String.valueOf(path.getFileName());
        return isGzip() ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** Whether it is packed and lies beside the file that it was packed from. */
    boolean hasTwin() {
        return isGzip() && Files.isRegularFile(path.resolveSibling(unpackedName()));
    }

    /** The part behind the last dot, in lower case; of a gzip file that of what is inside. */
    String extension() {
        String name = isGzip() ? shown.substring(0, shown.length() - GZIP.length()) : shown;
        int dot = name.lastIndexOf('.');
        int slash = name.lastIndexOf('/');
        return dot <= slash ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    boolean isMap() {
        return extension().equals("map");
    }

    /** Whether people and browsers read it as text. */
    boolean isText() {
        return switch (extension()) {
            case "js",
                    "mjs",
                    "cjs",
                    "jsx",
                    "ts",
                    "tsx",
                    "css",
                    "html",
                    "htm",
                    "json",
                    "map",
                    "rsc",
                    "txt",
                    "xml",
                    "svg",
                    "yaml",
                    "yml",
                    "webmanifest",
                    "md",
                    "env" ->
                    true;
            default -> false;
        };
    }
}
