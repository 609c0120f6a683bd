package dev.holdfast.secrets.bundle;

import java.nio.file.Path;
import java.util.Locale;

/**
 * One file of the output.
 *
 * @param shown its path relative to the project's root, with '/'
 */
record BundleFile(Path path, String shown, long size, Exposure exposure) {

    boolean isMap() {
        return shown.endsWith(".map");
    }

    /** The part behind the last dot, in lower case. */
    String extension() {
        int dot = shown.lastIndexOf('.');
        return dot < 0 ? "" : shown.substring(dot + 1).toLowerCase(Locale.ROOT);
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
