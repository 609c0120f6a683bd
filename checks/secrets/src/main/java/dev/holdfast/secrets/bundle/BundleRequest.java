package dev.holdfast.secrets.bundle;

import java.nio.file.Path;
import java.util.List;

/**
 * What a bundle scan looks at.
 *
 * @param output folders of built output
 * @param unbuilt folders of packages that build what browsers get, and have no output
 * @param programs folders of packages whose output is a program that runs on a server, and not what
 *     browsers load
 * @param envFiles further {@code .env} files, besides those that are found
 * @param excludes globs of paths, relative to the project's root, that are left out and said
 * @param largestFile files of more bytes are not looked at, and unknown
 */
public record BundleRequest(
        OutputFolders output,
        List<Path> unbuilt,
        List<Path> programs,
        List<Path> envFiles,
        List<String> excludes,
        long largestFile) {

    public BundleRequest {
        unbuilt = List.copyOf(unbuilt);
        programs = List.copyOf(programs);
        envFiles = List.copyOf(envFiles);
        excludes = List.copyOf(excludes);
    }
}
