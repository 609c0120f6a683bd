package dev.holdfast.core.stack;

import java.util.Optional;

/**
 * One folder with a readable {@code package.json}.
 *
 * @param folder relative to the detected root with '/', the empty text for the root itself
 * @param manager what the package says it is installed with, by its {@code packageManager} field or
 *     else by the lock file beside it; empty for a workspace member, which says neither
 * @param locked whether a lock file of that manager lies beside the {@code package.json}
 * @param build whether it has a {@code build} script
 */
public record NodePackage(
        String folder, Optional<PackageManager> manager, boolean locked, boolean build) {}
