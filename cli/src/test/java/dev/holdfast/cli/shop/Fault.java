package dev.holdfast.cli.shop;

import java.util.Set;

/** What the shop can do wrong, with the checks that must say so. */
public enum Fault {
    NO_HSTS("headers.strict-transport-security"),
    SNIFFED("headers.x-content-type-options"),
    FRAMED("headers.x-frame-options"),
    REFERRER_SENT("headers.referrer-policy"),
    SERVER_NAMED("headers.server"),
    ACCOUNT_CACHED("headers.cache-control"),
    INLINE_SCRIPTS("csp.inline-script", "csp.event-handler", "csp.javascript-url"),
    NONCE_REPEATED("csp.nonce-repeated"),
    CSP_FORGOTTEN("csp.missing"),
    ORIGIN_REFLECTED("cors.reflected-origin"),
    NULL_ORIGIN("cors.null-origin"),
    VARY_FORGOTTEN("cors.vary-origin"),
    COOKIE_OPEN("cookies.secure", "cookies.http-only"),
    ADMIN_OPEN("access.anonymous", "access.denied-identity"),
    ADMIN_BY_SLASH("access.path-variant"),
    ORDER_OF_ANYBODY("isolation.other-user"),
    SIGNATURE_NOT_CHECKED("jwt.signature-not-verified"),
    NONE_ACCEPTED("jwt.algorithm-none"),
    EXPIRED_ACCEPTED("jwt.expired-accepted"),
    WEBHOOK_UNSIGNED(
            "webhook.unsigned-accepted",
            "webhook.signature-not-verified",
            "webhook.body-not-verified",
            "webhook.other-secret-accepted",
            "webhook.other-version-accepted",
            "webhook.stale-accepted"),
    WEBHOOK_STALE("webhook.stale-accepted"),
    WEBHOOK_TWICE("webhook.duplicate-event", "webhook.concurrent-event", "webhook.replay"),
    NO_LIMIT("ratelimit.limit"),
    LIMIT_BY_FORWARDED_FOR("ratelimit.spoofed-address"),
    RETRY_NOT_TOLD("ratelimit.retry-after"),
    HONEYPOT_SILENT("honeypot.no-effect"),
    REFRESH_NOT_ROTATED("tokens.refresh-reuse-accepted"),
    LOGOUT_IGNORED("tokens.logout-access-token", "tokens.logout-refresh-token");

    private final Set<String> checks;

    Fault(String... checks) {
        this.checks = Set.of(checks);
    }

    /** The ids that must fail, and no others. */
    public Set<String> checks() {
        return checks;
    }
}
