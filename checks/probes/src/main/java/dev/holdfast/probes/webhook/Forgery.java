package dev.holdfast.probes.webhook;

import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.probes.exchange.Request;

/**
 * A delivery that a right endpoint refuses.
 *
 * @param key what tells it from others of its rule
 * @param what it is, for a report
 * @param harmless whether a service that takes it does nothing wrong, and it is only told
 */
record Forgery(
        CheckInfo rule, String key, String what, boolean harmless, Event event, Request request) {}
