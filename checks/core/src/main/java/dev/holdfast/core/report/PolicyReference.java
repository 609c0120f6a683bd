package dev.holdfast.core.report;

/**
 * The policy that a run followed.
 *
 * @param path the policy file as the user knows it, or {@code builtin:NAME} when there is none
 * @param sha256 lower-case hexadecimal SHA-256 of the file's bytes
 */
public record PolicyReference(String path, String sha256) {}
