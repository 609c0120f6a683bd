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
    private static final int PACKED_ENDING = 3;

    /** Whether its name is that of the packed form that a web server sends in a file's place. */
    private boolean isPacked() {
        String outer = outerExtension();
        return outer.equals("gz") || outer.equals("br");
    }

    /** Its own name, without the ending that says that it is packed. */
    String unpackedName() {
        String name = String.valueOf(path.getFileName());
        return isPacked() ? name.substring(0, name.length() - PACKED_ENDING) : name;
    }

    /** Whether it is packed and lies beside the file that it was packed from. */
    boolean hasTwin() {
        return isPacked() && Files.isRegularFile(path.resolveSibling(unpackedName()));
    }

    /** The part of the name behind its last dot, in lower case. */
    String outerExtension() {
        return extension(String.valueOf(path.getFileName()));
    }

    /** The same; of a packed file that of what is inside. */
    String extension() {
        String inner = extension(unpackedName());
        return inner.equals("svgz") ? "svg" : inner;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
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
