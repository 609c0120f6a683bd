package dev.holdfast.secrets.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * What a bundle scan looks at.
 *
 * @param directories folders of built output
 * @param envFiles further {@code .env} files, besides those that are found
 * @param excludes globs of paths, relative to the project's root, that are left out and said
 * @param largestFile files of more bytes are not looked at, and unknown
 */
public record BundleRequest(
        List<Path> directories, List<Path> envFiles, List<String> excludes, long largestFile) {

    public BundleRequest {
        directories = List.copyOf(directories);
        envFiles = List.copyOf(envFiles);
        excludes = List.copyOf(excludes);
    }
}
