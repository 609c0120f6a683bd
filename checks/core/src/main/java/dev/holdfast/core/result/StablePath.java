package dev.holdfast.core.result;

import java.util.regex.Pattern;

/**
 * The name of a built file without what changes with every build: bundlers put a hash of the
 * content into it ({@code index-BX3k9aQ1.js}, {@code 4bd1b696-e5d7c65.js}). A word may be taken for
 * such a hash ({@code vendor-MyButton.js}); two files of one stable name are then told apart by the
 * number of the occurrence.
 */
public final class StablePath {
    private static final Pattern HASH =
            Pattern.compile(
                    "(?<=[-.~_/]|^)(?=[A-Za-z0-9_-]*(?:[0-9]|[a-z][A-Z]))(?:[0-9a-f]{8,64}|[A-Za-z0-9_-]{8}|[a-z0-9~_-]{13,20})"
                            + "(?=\\.(?:[a-z]+\\.)*(?:m?js|css|map|html|json|rsc)(?:\\.map)?(?:\\.gz|\\.br)?$)");

    private StablePath() {}

    /** The path with {@code *} in the place of such a hash. */
    public static String of(String path) {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash + 1);
        String name = path.substring(slash + 1);
        return folder + HASH.matcher(name).replaceAll("*");
    }
}
