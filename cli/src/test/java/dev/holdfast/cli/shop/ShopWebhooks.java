package dev.holdfast.cli.shop;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes events signed as Stripe signs them, each once. */
final class ShopWebhooks {
    static final String SECRET = String.join("_", "whsec", "c2hvcC13ZWJob29rLXNlY3JldC0wMDE");

    private static final Pattern TIME = Pattern.compile("(?:^|,)t=(\\d{1,12})");
    private static final Pattern SIGNATURE = Pattern.compile("(?:^|,)v1=([0-9a-f]{64})");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final int TOLERANCE = 300;

    private final Set<Fault> faults;
    private final Map<String, Integer> effects = new HashMap<>();

    ShopWebhooks(Set<Fault> faults) {
        this.faults = faults;
    }

    synchronized int effects(String event) {
        return effects.getOrDefault(event, 0);
    }

    synchronized Answer take(HttpExchange exchange, String body) {
        String header = exchange.getRequestHeaders().getFirst("Stripe-Signature");
        if (!signed(header == null ? "" : header, body)
                && !faults.contains(Fault.WEBHOOK_UNSIGNED)) {
            return Answer.json(400, "{\"error\":\"signature\"}").with("Cache-Control", "no-store");
        }
        Matcher id = ID.matcher(body);
        if (id.find()) {
            boolean again = effects.containsKey(id.group(1));
            if (!again || faults.contains(Fault.WEBHOOK_TWICE)) {
                effects.merge(id.group(1), 1, Integer::sum);
            }
        }
        return Answer.json(200, "{\"received\":true}").with("Cache-Control", "no-store");
    }

    private boolean signed(String header, String body) {
        Matcher time = TIME.matcher(header);
        if (!time.find()) {
            return false;
        }
        long age = Instant.now().getEpochSecond() - Long.parseLong(time.group(1));
        if (age > TOLERANCE && !faults.contains(Fault.WEBHOOK_STALE)) {
            return false;
        }
        byte[] right = hmac(time.group(1) + "." + body);
        Matcher signatures = SIGNATURE.matcher(header);
        while (signatures.find()) {
            if (MessageDigest.isEqual(right, HexFormat.of().parseHex(signatures.group(1)))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
