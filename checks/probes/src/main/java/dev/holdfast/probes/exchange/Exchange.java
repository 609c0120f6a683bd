package dev.holdfast.probes.exchange;

import java.time.Instant;

/**
 * A request and what was answered.
 *
 * @param url the whole address as a user knows it, without any secret
 * @param at when the response was complete
 */
public record Exchange(String url, Request request, Response response, Instant at) {}
