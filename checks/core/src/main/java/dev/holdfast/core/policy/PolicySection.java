package dev.holdfast.core.policy;

/**
 * A section of the policy file that a capability brings.
 *
 * @param key its key at the top of the file
 */
public record PolicySection(String key, Shape.Keys shape) {}
