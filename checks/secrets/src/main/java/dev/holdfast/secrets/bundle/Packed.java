package dev.holdfast.secrets.bundle;

import java.util.Set;

/** Files whose content is packed in a way that this scan does not open. */
final class Packed {
    private static final Set<String> UNREADABLE =
            Set.of("br", "zst", "zip", "7z", "tgz", "tar", "xz", "bz2", "jar", "rar");

    private Packed() {}

    static boolean isUnreadable(String extension) {
        return UNREADABLE.contains(extension);
    }

    /** The name of the file that a web server's packed twin was made from; empty for archives. */
    static String original(String name) {
        return name.endsWith(".br") || name.endsWith(".zst")
                ? name.substring(0, name.lastIndexOf('.'))
                : "";
    }
}
