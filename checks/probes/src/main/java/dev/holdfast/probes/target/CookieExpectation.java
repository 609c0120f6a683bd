package dev.holdfast.probes.target;

import java.util.Optional;

/**
 * What a cookie must be.
 *
 * @param sameSite {@code Strict}, {@code Lax} or {@code None}
 * @param maxAge the longest life in seconds
 */
public record CookieExpectation(
        String name,
        Optional<Boolean> secure,
        Optional<Boolean> httpOnly,
        Optional<String> sameSite,
        Optional<Integer> maxAge) {}
