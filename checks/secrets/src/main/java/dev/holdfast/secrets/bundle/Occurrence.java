package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Excerpt;
import dev.holdfast.core.result.Location;
import org.jspecify.annotations.Nullable;

/**
 * A hit at its place in the project.
 *
 * @param file where it stands
 * @param location the same, with the origin when there is one
 * @param exposure who can see it
 * @param excerpt what may be shown of that place, or null when its bytes are not readable text
 */
record Occurrence(
        Hit hit,
        BundleFile file,
        Location location,
        Exposure exposure,
        @Nullable Excerpt excerpt) {}
