package dev.holdfast.probes.testing;

import dev.holdfast.probes.exchange.Response;

/** Answers requests. Called by several threads. */
@FunctionalInterface
public interface Service {
    /** The answer. */
    Response answer(Asked asked) throws InterruptedException;
}
