package dev.holdfast.secrets.bundle;

import dev.holdfast.core.result.Location;

/**
 * A hit at its place in the project.
 *
 * @param file where it stands
 * @param location the same, with the origin when there is one
 * @param exposure who can see it
 */
record Occurrence(Hit hit, BundleFile file, Location location, Exposure exposure) {}
