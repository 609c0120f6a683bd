package dev.holdfast.probes.target;

import java.util.Optional;

/**
 * How a webhook is signed.
 *
 * @param scheme {@code stripe}, {@code standard-webhooks}, {@code github}, {@code slack} or {@code
 *     hmac}
 * @param secretVariable the environment variable with the secret
 * @param tolerance how old a signature may be, in seconds
 * @param effect a path that answers how often an event took effect, with {@code ${event}} for the
 *     event's id
 * @param header the field with the signature, for {@code hmac}
 */
public record WebhookRules(
        String scheme,
        String secretVariable,
        int tolerance,
        Optional<String> effect,
        Optional<String> header) {}
