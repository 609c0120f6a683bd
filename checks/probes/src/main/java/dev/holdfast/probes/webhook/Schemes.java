package dev.holdfast.probes.webhook;

import dev.holdfast.probes.target.WebhookRules;
import java.util.Optional;

/** The schemes by the policy's words. */
final class Schemes {
    /** What most services call the field when they sign in a way of their own. */
    private static final String USUAL_FIELD = "X-Signature";

    private Schemes() {}

    /** The scheme of a route, or nothing when the policy does not say enough. */
    static Optional<Scheme> of(WebhookRules rules) {
        return switch (rules.scheme()) {
            case "stripe" -> Optional.of(new StripeScheme());
            case "standard-webhooks" -> Optional.of(new StandardScheme("webhook"));
            case "github" -> Optional.of(new GithubScheme());
            case "slack" -> Optional.of(new SlackScheme());
            case "hmac" -> Optional.of(new PlainScheme(rules.header().orElse(USUAL_FIELD)));
            default -> Optional.empty();
        };
    }
}
