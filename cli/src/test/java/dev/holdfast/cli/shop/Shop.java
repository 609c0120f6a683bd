package dev.holdfast.cli.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The shop: pages, an API, an administration, webhooks, and what tests may count. */
public final class Shop implements AutoCloseable {
    /** What the identities' variables hold. */
    public static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "ADMIN_TOKEN", "Bearer admin-0f31b2c4d5e6f708",
                    "USER_A_TOKEN", "Bearer user-a-19c8a7b6e5d4c3b2",
                    "USER_B_COOKIE", "__Host-session=user-b-77aa66bb55cc44dd");

    private static final String ALLOWED = "https://app.example.com";

    private final HttpServer server;
    private final HttpServer plain;
    private final Path authority;
    private final Set<Fault> faults;
    private final ShopTokens tokens;
    private final ShopWebhooks webhooks;
    private final ShopLimit limit;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger alerts = new AtomicInteger();
    private volatile boolean banned;
    private volatile boolean down;

    private Shop(HttpServer server, HttpServer plain, Path authority, Set<Fault> faults) {
        this.server = server;
        this.plain = plain;
        this.authority = authority;
        this.faults = Set.copyOf(faults);
        this.tokens = new ShopTokens(this.faults);
        this.webhooks = new ShopWebhooks(this.faults);
        this.limit = new ShopLimit(this.faults);
    }

    /**
     * Opens on free ports of loopback.
     *
     * @param folder where its certificate is, or is put
     */
    public static Shop open(Path folder, Set<Fault> faults)
            throws IOException, InterruptedException, GeneralSecurityException {
        ShopCertificate certificate = ShopCertificate.in(folder);
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        return begin(server, certificate.authority(), faults);
    }

    /** The same over http, which takes a test a tenth of the time. */
    public static Shop openPlain(Set<Fault> faults) throws IOException {
        return begin(HttpServer.create(loopback(), 0), Path.of("none.pem"), faults);
    }

    private static Shop begin(HttpServer server, Path authority, Set<Fault> faults)
            throws IOException {
        HttpServer plain = HttpServer.create(loopback(), 0);
        Shop shop = new Shop(server, plain, authority, faults);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", shop::handle);
        server.start();
        plain.createContext("/", shop::toHttps);
        plain.start();
        return shop;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The port on which everything is sent to https. */
    public int plainPort() {
        return plain.getAddress().getPort();
    }

    /** How it is asked. */
    public String origin() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + port();
    }

    /** The trust anchor of its certificate. */
    public Path authority() {
        return authority;
    }

    private void toHttps(HttpExchange exchange) throws IOException {
        Answer.empty(308)
                .with(
                        "Location",
                        "https://127.0.0.1:" + port() + exchange.getRequestURI().getRawPath())
                .with("X-Content-Type-Options", "nosniff")
                .send(exchange);
    }

    /** The environment of a run: identities, the webhook's secret, the key of tokens. */
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(ENVIRONMENT);
        all.put("WEBHOOK_SECRET", ShopWebhooks.SECRET);
        all.put("JWT_PRIVATE_KEY", tokens.privateKey());
        all.put("REFRESH_TOKEN", tokens.newRefreshToken());
        all.put("LOGOUT_TOKEN", tokens.newRefreshToken());
        return all;
    }

    /** Turns the maintenance switch. */
    public void maintenance(boolean on) {
        down = on;
    }

    @Override
    public void close() {
        server.stop(0);
        plain.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String nonce = nonce();
        Answer answer = answer(exchange, new String(body, StandardCharsets.UTF_8), nonce);
        secure(exchange, answer, nonce);
        answer.send(exchange);
    }

    private String nonce() {
        byte[] bytes = new byte[faults.contains(Fault.NONCE_REPEATED) ? 0 : 16];
        random.nextBytes(bytes);
        return bytes.length == 0
                ? "c2FtZS1ub25jZS1hbHdheXMh"
                : Base64.getEncoder().encodeToString(bytes);
    }

    private Answer answer(HttpExchange exchange, String body, String nonce) {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        if (path.startsWith("/test/")) {
            return Answer.of(
                    200,
                    "text/plain; charset=utf-8",
                    path.equals("/test/alerts")
                            ? String.valueOf(alerts.get())
                            : String.valueOf(
                                    webhooks.effects(path.substring(path.lastIndexOf('/') + 1))));
        }
        if (path.equals("/health")) {
            return method.equals("GET") || method.equals("HEAD")
                    ? Answer.of(200, "text/plain; charset=utf-8", "ok")
                    : notAllowed("GET, HEAD");
        }
        if (banned) {
            return Answer.html(403, "Forbidden");
        }
        if (down) {
            return (path.startsWith("/api/")
                            ? Answer.json(503, "{\"error\":\"maintenance\"}")
                            : Answer.html(503, "Back soon"))
                    .with("Retry-After", "120")
                    .with("Cache-Control", "no-store");
        }
        if (method.equals("OPTIONS")) {
            return Answer.empty(204).with("Allow", "GET, HEAD, POST");
        }
        return switch (path) {
            case "/" ->
                    only(
                            exchange,
                            page("<h1>Shop</h1><script nonce=\"" + nonce + "\">start()</script>"));
            case "/login" -> only(exchange, login());
            case "/account" -> only(exchange, account(exchange));
            case "/assets/app.js" ->
                    only(
                            exchange,
                            Answer.of(200, "text/javascript; charset=utf-8", "start=()=>{}")
                                    .with("Cache-Control", "public, max-age=31536000, immutable"));
            case "/api/me" -> only(exchange, tokens.me(exchange));
            case "/api/search" -> only(exchange, limit.search(exchange));
            case "/api/products" ->
                    only(
                            exchange,
                            Answer.json(200, "{\"products\":[]}")
                                    .with("Cache-Control", "public, max-age=60"));
            case "/api/orders/1001" -> only(exchange, order(exchange));
            case "/admin/users" -> admin(exchange);
            case "/webhooks/stripe" ->
                    method.equals("POST") ? webhooks.take(exchange, body) : notAllowed("POST");
            case "/auth/refresh" ->
                    method.equals("POST") ? tokens.refresh(body) : notAllowed("POST");
            case "/auth/logout" ->
                    method.equals("POST") ? tokens.logout(exchange) : notAllowed("POST");
            case "/auth/session" -> only(exchange, tokens.session(exchange));
            case "/wp-login.php" -> honeypot();
            default ->
                    path.equals("/admin/users/") && faults.contains(Fault.ADMIN_BY_SLASH)
                            ? customers()
                            : path.startsWith("/api/")
                                    ? Answer.json(404, "{\"error\":\"not found\"}")
                                            .with("Cache-Control", "no-store")
                                    : Answer.html(404, "Not found");
        };
    }

    private static Answer only(HttpExchange exchange, Answer answer) {
        String method = exchange.getRequestMethod();
        return method.equals("GET") || method.equals("HEAD") ? answer : notAllowed("GET, HEAD");
    }

    private static Answer notAllowed(String allowed) {
        return Answer.json(405, "{\"error\":\"method\"}")
                .with("Allow", allowed)
                .with("Cache-Control", "no-store");
    }

    private static Answer page(String body) {
        return Answer.html(200, body).with("Cache-Control", "no-cache");
    }

    private Answer login() {
        String flags =
                faults.contains(Fault.COOKIE_OPEN)
                        ? "; Path=/; SameSite=Lax; Max-Age=3600"
                        : "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=3600";
        String name = faults.contains(Fault.COOKIE_OPEN) ? "session" : "__Host-session";
        return Answer.html(
                        200,
                        "<form method=\"post\" action=\"/login\"><input type=\"password\"></form>")
                .with("Cache-Control", "no-store")
                .with("Set-Cookie", name + "=" + nonce().replace('=', '_') + flags);
    }

    private Answer account(HttpExchange exchange) {
        if (!caller(exchange).equals("user-a")) {
            return Answer.html(302, "")
                    .with("Location", "/login")
                    .with("Cache-Control", "no-store");
        }
        return Answer.html(200, "<h1>Account of A</h1>")
                .with(
                        "Cache-Control",
                        faults.contains(Fault.ACCOUNT_CACHED) ? "public, max-age=600" : "no-store");
    }

    private Answer order(HttpExchange exchange) {
        String caller = caller(exchange);
        if (caller.isEmpty()) {
            return Answer.json(401, "{\"error\":\"who are you\"}")
                    .with("Cache-Control", "no-store")
                    .with("WWW-Authenticate", "Bearer");
        }
        return caller.equals("user-a") || faults.contains(Fault.ORDER_OF_ANYBODY)
                ? Answer.json(200, "{\"order\":\"order of A\"}").with("Cache-Control", "no-store")
                : Answer.json(404, "{\"error\":\"not found\"}").with("Cache-Control", "no-store");
    }

    private Answer admin(HttpExchange exchange) {
        String caller = caller(exchange);
        if (caller.equals("admin") || faults.contains(Fault.ADMIN_OPEN)) {
            return customers();
        }
        return Answer.json(caller.isEmpty() ? 401 : 403, "{\"error\":\"no\"}")
                .with("Cache-Control", "no-store")
                .with("WWW-Authenticate", "Bearer");
    }

    private static Answer customers() {
        return Answer.json(200, "{\"list\":\"all customers\"}").with("Cache-Control", "no-store");
    }

    private Answer honeypot() {
        if (!faults.contains(Fault.HONEYPOT_SILENT)) {
            alerts.incrementAndGet();
        }
        banned = true;
        return Answer.html(404, "Not found");
    }

    private static String caller(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        return ENVIRONMENT.get("ADMIN_TOKEN").equals(token)
                ? "admin"
                : ENVIRONMENT.get("USER_A_TOKEN").equals(token)
                        ? "user-a"
                        : ENVIRONMENT.get("USER_B_COOKIE").equals(cookie) ? "user-b" : "";
    }

    private void secure(HttpExchange exchange, Answer answer, String nonce) {
        if (!faults.contains(Fault.NO_HSTS)) {
            answer.with(
                    "Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload");
        }
        if (!faults.contains(Fault.SNIFFED)) {
            answer.with("X-Content-Type-Options", "nosniff");
        }
        if (!faults.contains(Fault.REFERRER_SENT)) {
            answer.with("Referrer-Policy", "no-referrer");
        }
        if (faults.contains(Fault.SERVER_NAMED)) {
            answer.with("Server", "shopd/3.1.4");
        }
        answer.with("Cross-Origin-Opener-Policy", "same-origin");
        answer.with("Cross-Origin-Embedder-Policy", "require-corp");
        answer.with("Cross-Origin-Resource-Policy", "same-origin");
        answer.with("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (!faults.contains(Fault.CSP_FORGOTTEN)) {
            answer.with("Content-Security-Policy", policy(answer, nonce));
        }
        if (!faults.contains(Fault.FRAMED)) {
            answer.with("X-Frame-Options", "DENY");
        }
        if (!answer.has("Cache-Control")) {
            answer.with("Cache-Control", "no-store");
        }
        cors(exchange, answer);
    }

    private String policy(Answer answer, String nonce) {
        String frames = faults.contains(Fault.FRAMED) ? "" : "; frame-ancestors 'none'";
        String rest = "; base-uri 'none'; form-action 'self'; object-src 'none'" + frames;
        if (!answer.isHtml()) {
            return "default-src 'none'" + rest;
        }
        return (faults.contains(Fault.INLINE_SCRIPTS)
                        ? "default-src 'self'; script-src 'self' 'unsafe-inline'"
                        : "default-src 'self'; script-src 'nonce-" + nonce + "' 'strict-dynamic'")
                + rest;
    }

    private void cors(HttpExchange exchange, Answer answer) {
        String path = exchange.getRequestURI().getRawPath().toLowerCase(Locale.ROOT);
        if (!path.startsWith("/api/")) {
            return;
        }
        if (!faults.contains(Fault.VARY_FORGOTTEN)) {
            answer.with("Vary", "Origin");
        }
        List<String> sent = exchange.getRequestHeaders().getOrDefault("Origin", List.of());
        String origin = sent.size() == 1 ? sent.getFirst() : "";
        boolean allowed =
                origin.equals(ALLOWED)
                        || (faults.contains(Fault.ORIGIN_REFLECTED) && origin.startsWith("http"))
                        || (faults.contains(Fault.NULL_ORIGIN) && origin.equals("null"));
        if (allowed) {
            answer.with("Access-Control-Allow-Origin", origin)
                    .with("Access-Control-Allow-Credentials", "true");
            if (exchange.getRequestMethod().equals("OPTIONS")) {
                answer.with("Access-Control-Allow-Methods", "GET, POST")
                        .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                        .with("Access-Control-Max-Age", "600");
            }
        }
    }
}
