package dev.holdfast.probes.target;

/**
 * Somebody who asks. The secret itself is in the environment and never in here.
 *
 * @param header the header field that carries it
 * @param variable the environment variable with the whole value of the field
 */
public record CallerIdentity(String name, String header, String variable) {}
