package dev.holdfast.secrets.scan;

import java.nio.file.Path;
import java.util.List;

/**
 * What a scan of a tree looks at.
 *
 * @param paths folders and files, real paths
 * @param ignored what is passed over
 * @param excludes globs of paths, relative to the project's root, that are left out and said
 * @param elsewhere folders that another check of the same run looks at
 */
public record TreeRequest(
        List<Path> paths, Ignored ignored, List<String> excludes, List<Path> elsewhere) {

    public TreeRequest {
        paths = List.copyOf(paths);
        excludes = List.copyOf(excludes);
        elsewhere = List.copyOf(elsewhere);
    }
}
