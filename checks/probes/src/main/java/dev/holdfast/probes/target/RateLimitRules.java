package dev.holdfast.probes.target;

import java.util.Optional;

/**
 * How often a route may be asked.
 *
 * @param requests how many in a window are answered
 * @param window seconds
 * @param identity who asks, or nothing for nobody
 */
public record RateLimitRules(int requests, int window, Optional<String> identity) {}
