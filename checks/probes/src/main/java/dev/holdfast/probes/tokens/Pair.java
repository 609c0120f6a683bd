package dev.holdfast.probes.tokens;

import java.util.Optional;

/**
 * What a refresh was answered with. Never shown: its text says nothing of the tokens.
 *
 * @param accessSeconds the life of the access token that the answer names beside it
 * @param refreshSeconds that of the refresh token
 */
record Pair(
        String access,
        Optional<String> refresh,
        Optional<Double> accessSeconds,
        Optional<Double> refreshSeconds) {
    @Override
    public String toString() {
        return "a pair of tokens";
    }
}
