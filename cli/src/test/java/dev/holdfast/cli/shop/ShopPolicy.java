package dev.holdfast.cli.shop;

/** The policy file of the shop. */
public final class ShopPolicy {
    private ShopPolicy() {}

    /** With the shop's ports, as a staging environment in which everything may be tried. */
    public static String of(Shop shop) {
        return """
        apiVersion: holdfast/v1
        probes:
          targets:
            shop:
              url: %s
              environment: test
              owner: shop-team
              network: loopback
              destructive: true
              limits: {rate: 500, burst: 500}
              cors: {origins: [https://app.example.com], credentials: true}
              identities:
                admin:  {header: Authorization, env: ADMIN_TOKEN}
                user-a: {header: Authorization, env: USER_A_TOKEN}
                user-b: {header: Cookie, env: USER_B_COOKIE}
              maintenance: {down: [page, api], up: [health]}
              honeypot: {paths: [/wp-login.php], effect: /test/alerts, ban: 403}
              tokens:
                refresh: {path: /auth/refresh, env: REFRESH_TOKEN}
                logout: {path: /auth/logout, env: LOGOUT_TOKEN}
                check: {path: /auth/session, canary: session of probe}
              routes:
                - {path: /, class: page}
                - {path: /account, class: authenticated, identity: user-a}
                - {path: /assets/app.js, class: asset}
                - path: /webhooks/stripe
                  class: webhook
                  webhook: {scheme: stripe, secret: {env: WEBHOOK_SECRET}, tolerance: 300, effect: '/test/effects/${event}'}
                - path: /api/me
                  class: api
                  jwt: {issuer: 'https://idp.example.com', audience: shop-api, alg: RS256, key: {env: JWT_PRIVATE_KEY}, claims: {sub: probe}, canary: account of probe}
                - {path: /admin/users, class: admin, methods: [GET, POST], identity: admin, access: {allow: [admin], deny: [anonymous, user-a], canary: all customers}}
                - {path: /api/products, class: api}
                - {path: /api/search, class: api, ratelimit: {requests: %d, window: %d}}
                - {path: /login, class: login, cookies: {__Host-session: {secure: true, httpOnly: true, sameSite: Lax, maxAge: 3600}}}
                - {path: /api/orders/1001, class: api, identity: user-a, isolation: {owner: user-a, others: [user-b, anonymous], canary: order of A}}
                - {path: /health, class: health}
        """
                .formatted(
                        shop.origin().startsWith("https")
                                ? shop.origin()
                                        + "\n      plain: 127.0.0.1:"
                                        + shop.plainPort()
                                        + "\n      ca: "
                                        + shop.authority()
                                : shop.origin(),
                        ShopLimit.REQUESTS,
                        ShopLimit.WINDOW);
    }
}
