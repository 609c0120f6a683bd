package dev.holdfast.core.stack;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds what a project is built with. Reads {@code package.json} files, container files and cluster
 * manifests to {@value StackWalk#MAX_DEPTH} folders deep, never follows links, and never enters
 * installed packages, version control or built output.
 */
public final class StackDetector {

    private StackDetector() {}

    /**
     * Detects the stack below a folder. A broken or unreadable file below it is said in {@link
     * Stack#notes()} and ends nothing.
     *
     * @throws IOException when the folder itself cannot be listed
     */
    public static Stack detect(Path root) throws IOException {
        StackWalk walk = new StackWalk(root);
        walk.run();
        return walk.stack();
    }
}
