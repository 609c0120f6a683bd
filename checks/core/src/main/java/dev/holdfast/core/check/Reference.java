package dev.holdfast.core.check;

/**
 * Where a rule comes from: {@code CWE-798}, {@code ASVS v5.0.0-13.3.1}, {@code RFC 9116}, or a
 * page.
 *
 * @param name what a reader knows it by
 * @param url where it is written, or empty when the name says enough
 */
public record Reference(String name, String url) {}
