package dev.holdfast.core.waiver;

import dev.holdfast.core.result.Location;

/**
 * Why a waiver, or the whole file, says nothing that can be followed.
 *
 * @param id the waiver's id, or what it is called when it has none: {@code waiver 3}, {@code the
 *     file}
 */
public record WaiverProblem(String id, Location location, String message) {}
