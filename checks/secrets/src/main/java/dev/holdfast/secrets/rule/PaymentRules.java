package dev.holdfast.secrets.rule;

import static dev.holdfast.core.result.Severity.CRITICAL;
import static dev.holdfast.core.result.Severity.HIGH;
import static dev.holdfast.core.result.Severity.INFO;
import static dev.holdfast.core.result.Severity.LOW;

import dev.holdfast.secrets.engine.Bytes;
import java.util.List;

/** Tokens of payment providers and shops. */
final class PaymentRules {
    private static final String STRIPE = "https://dashboard.stripe.com/apikeys";
    private static final Shape STRIPE_BODY = Shape.of(Bytes.BASE62, 16, 247);

    private PaymentRules() {}

    static List<PrefixRule> all() {
        return List.of(
                PrefixRule.of(
                        new Kind(
                                "stripe-secret-key",
                                "Stripe secret key",
                                "Stripe",
                                CRITICAL,
                                "charges cards, pays out and reads every customer",
                                STRIPE),
                        STRIPE_BODY,
                        "sk_live_"),
                PrefixRule.of(
                        new Kind(
                                "stripe-restricted-key",
                                "Stripe restricted key",
                                "Stripe",
                                HIGH,
                                "does what it was restricted to, on live data",
                                STRIPE),
                        STRIPE_BODY,
                        "rk_live_"),
                PrefixRule.of(
                        new Kind(
                                "stripe-test-key",
                                "Stripe test secret key",
                                "Stripe",
                                LOW,
                                "opens the account's test data, and shows where the live key would leak",
                                STRIPE),
                        STRIPE_BODY,
                        "sk_test_",
                        "rk_test_"),
                PrefixRule.of(
                        new Kind(
                                "stripe-publishable-key",
                                "Stripe publishable key",
                                "Stripe",
                                INFO,
                                "starts payments from a browser, as it is meant to",
                                STRIPE),
                        STRIPE_BODY,
                        "pk_live_",
                        "pk_test_"),
                PrefixRule.of(
                        new Kind(
                                "stripe-webhook-secret",
                                "Stripe webhook signing secret",
                                "Stripe",
                                HIGH,
                                "forges events such as a payment that never was",
                                "https://dashboard.stripe.com/webhooks"),
                        Shape.of(Bytes.STANDARD_BASE64, 32, 88),
                        "whsec_"),
                PrefixRule.of(
                        new Kind(
                                "shopify-token",
                                "Shopify access token",
                                "Shopify",
                                CRITICAL,
                                "reads orders and customers of the shop",
                                "https://admin.shopify.com/store"),
                        Shape.of(Bytes.HEX, 32),
                        "shpat_",
                        "shpca_",
                        "shppa_",
                        "shpss_"),
                PrefixRule.of(
                        new Kind(
                                "square-token",
                                "Square access token",
                                "Square",
                                CRITICAL,
                                "charges cards and reads sales",
                                "https://developer.squareup.com/apps"),
                        Form.of("sq0atp-", Shape.of(Bytes.BASE64URL, 22)),
                        Form.of("sq0csp-", Shape.of(Bytes.BASE64URL, 43))));
    }
}
