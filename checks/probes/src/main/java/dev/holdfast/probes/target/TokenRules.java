package dev.holdfast.probes.target;

import java.util.Optional;

/**
 * How a session is refreshed and ended.
 *
 * @param refresh the path that takes a refresh token and answers new ones as JSON, by POST
 * @param refreshVariable the environment variable with a refresh token to begin with
 * @param refreshField the member of the request and of the answer with the refresh token
 * @param accessField the member of the answer with the access token
 * @param accessLife the longest life of an access token, seconds
 * @param refreshLife the longest life of a refresh token, seconds
 * @param logout the path that ends the session of an access token, by POST
 * @param check a path that answers an access token
 * @param canary text that only an accepted answer of {@code check} holds
 * @param logoutVariable the environment variable with a refresh token of another session, which is
 *     ended to test the logout
 */
public record TokenRules(
        Optional<String> refresh,
        Optional<String> refreshVariable,
        String refreshField,
        String accessField,
        int accessLife,
        int refreshLife,
        Optional<String> logout,
        Optional<String> check,
        Optional<String> canary,
        Optional<String> logoutVariable) {}
