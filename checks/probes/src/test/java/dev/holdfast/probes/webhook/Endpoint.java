package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.testing.Answers;
import dev.holdfast.probes.testing.Asked;
import dev.holdfast.probes.testing.Service;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook endpoint of any scheme, right in everything but its faults. */
final class Endpoint implements Service {
    private static final Pattern ID = Pattern.compile("holdfast-probe-[A-Za-z0-9-]+");
    private static final int TOLERANCE = 300;

    private final String scheme;
    private final String prefix;
    private final byte[] key;
    private final Set<Fault> faults;
    private final Clock clock;
    private final Map<String, List<Instant>> effects = new ConcurrentHashMap<>();
    private Duration work = Duration.ZERO;
    private Instant free = Instant.MIN;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> meetings = new ConcurrentHashMap<>();

    Endpoint(String scheme, String prefix, String secret, Set<Fault> faults, Clock clock) {
        this.scheme = scheme;
        this.prefix = prefix;
        this.key =
                scheme.equals("standard-webhooks")
                        ? Base64.getDecoder().decode(secret.substring("whsec_".length()))
                        : secret.getBytes(StandardCharsets.UTF_8);
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public Response answer(Asked asked) throws InterruptedException {
        if (asked.path().startsWith("/test/effects/")) {
            String id = asked.path().substring("/test/effects/".length());
            Instant now = clock.instant();
            long done =
                    effects.getOrDefault(id, List.of()).stream()
                            .filter(each -> !each.isAfter(now))
                            .count();
            return Answers.of(200, done + "\n");
        }
        if (!asked.method().equals("POST") || !asked.path().equals("/hook")) {
            return Answers.of(404, "no such path");
        }
        Parsed parsed = parse(asked);
        return genuine(asked, parsed) ? taken(asked, parsed) : Answers.of(400, "wrong signature");
    }

    private Response taken(Asked asked, Parsed parsed) throws InterruptedException {
        Matcher id = ID.matcher(asked.body().text());
        if (!id.find()) {
            return Answers.of(400, "no id");
        }
        String event = id.group();
        String known =
                faults.contains(Fault.REMEMBERS_SIGNATURES)
                        ? parsed.signatures().toString()
                        : event;
        if (faults.contains(Fault.LOOKS_BEFORE_WRITE)) {
            if (seen.contains(known)) {
                return Answers.of(200, "known");
            }
            meet(event);
            seen.add(known);
        } else if (!seen.add(known) && !faults.contains(Fault.REMEMBERS_NOTHING)) {
            return Answers.of(200, "known");
        }
        later(event);
        return Answers.of(200, "taken");
    }

    /** One worker does one after the other, each in that time. */
    Endpoint working(Duration each) {
        work = each;
        return this;
    }

    private synchronized void later(String event) {
        Instant now = clock.instant();
        free = (free.isAfter(now) ? free : now).plus(work);
        effects.computeIfAbsent(event, id -> new CopyOnWriteArrayList<>()).add(free);
    }

    /** Two deliveries that came at once both have looked before either writes. */
    private void meet(String event) throws InterruptedException {
        if (event.contains("concurrent")) {
            CountDownLatch both = meetings.computeIfAbsent(event, id -> new CountDownLatch(2));
            both.countDown();
            both.await(20, TimeUnit.SECONDS);
        }
    }

    private record Parsed(
            String signedTime, String time, String id, List<String> signatures, String other) {}

    private Parsed parse(Asked asked) {
        List<String> signatures = new ArrayList<>();
        String other = "";
        String time = "";
        String first = "";
        switch (scheme) {
            case "stripe" -> {
                for (String part : asked.header("Stripe-Signature").split(",", -1)) {
                    if (part.startsWith("t=")) {
                        time = part.substring(2);
                        first = first.isEmpty() ? time : first;
                    } else if (part.startsWith("v1=")) {
                        signatures.add(part.substring(3));
                    } else if (part.startsWith("v0=")) {
                        other = part.substring(3);
                    }
                }
            }
            case "standard-webhooks" -> {
                time = asked.header(prefix + "-timestamp");
                for (String part : asked.header(prefix + "-signature").split(" ", -1)) {
                    if (part.startsWith("v1,")) {
                        signatures.add(part.substring(3));
                    } else if (part.startsWith("v0,")) {
                        other = part.substring(3);
                    }
                }
            }
            case "github" -> add(signatures, asked.header("X-Hub-Signature-256"), "sha256=");
            case "slack" -> {
                time = asked.header("X-Slack-Request-Timestamp");
                add(signatures, asked.header("X-Slack-Signature"), "v0=");
                if (asked.header("X-Slack-Signature").startsWith("v1=")) {
                    other = asked.header("X-Slack-Signature").substring(3);
                }
            }
            default -> add(signatures, asked.header("X-Signature"), "");
        }
        String signed = faults.contains(Fault.SIGNS_FIRST_TIME_AND_READS_LAST) ? first : time;
        time = faults.contains(Fault.SIGNS_LAST_TIME_AND_READS_FIRST) ? first : time;
        return new Parsed(
                signed.isEmpty() ? time : signed,
                time,
                asked.header(prefix + "-id"),
                signatures,
                other);
    }

    private static void add(List<String> signatures, String value, String start) {
        if (value.startsWith(start) && value.length() > start.length()) {
            signatures.add(value.substring(start.length()));
        }
    }

    private boolean genuine(Asked asked, Parsed parsed) {
        boolean any =
                asked.fields().lines().stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .anyMatch(each -> each.startsWith(prefix) || each.contains("signature"));
        if ((!any && faults.contains(Fault.TAKES_WITHOUT_ANY_FIELD))
                || (!asked.header("Content-Type").contains("json")
                        && faults.contains(Fault.VERIFIES_JSON_ONLY))) {
            return true;
        }
        List<String> signatures = new ArrayList<>(parsed.signatures());
        signatures.removeIf(String::isEmpty);
        if (faults.contains(Fault.OTHER_VERSION_TOO) && !parsed.other().isEmpty()) {
            signatures.add(parsed.other());
        }
        if (signatures.isEmpty()) {
            return faults.contains(Fault.TAKES_UNSIGNED) && parsed.other().isEmpty();
        }
        if (faults.contains(Fault.TAKES_ANY_SIGNATURE)) {
            return true;
        }
        if (!parsed.time().isEmpty() && !timely(Long.parseLong(parsed.time()))) {
            return false;
        }
        if (faults.contains(Fault.FIRST_SIGNATURE_ONLY)) {
            return right(asked, parsed, signatures.getFirst());
        }
        return signatures.stream().anyMatch(each -> right(asked, parsed, each));
    }

    private boolean timely(long time) {
        long age = clock.instant().getEpochSecond() - time;
        boolean future =
                scheme.equals("standard-webhooks")
                        && age < -TOLERANCE
                        && !faults.contains(Fault.TAKES_FUTURE);
        return !future && (age <= TOLERANCE || faults.contains(Fault.NO_TOLERANCE));
    }

    private boolean right(Asked asked, Parsed parsed, String signature) {
        String body = asked.body().text();
        if (faults.contains(Fault.IGNORES_BODY)) {
            body = body.replace("\"changed\":true,", "");
        }
        String signed =
                switch (scheme) {
                    case "stripe" -> parsed.signedTime() + "." + body;
                    case "standard-webhooks" -> parsed.id() + "." + parsed.time() + "." + body;
                    case "slack" -> "v0:" + parsed.time() + ":" + body;
                    default -> body;
                };
        String given =
                faults.contains(Fault.UPPER_CASE_TOO)
                        ? signature.toLowerCase(Locale.ROOT)
                        : signature;
        return same(given, mac(key, signed))
                || (faults.contains(Fault.EMPTY_SECRET_TOO)
                        && same(given, mac(new byte[1], signed)));
    }

    private static boolean same(String left, String right) {
        return MessageDigest.isEqual(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private String mac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] bytes = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return scheme.equals("standard-webhooks")
                    ? Base64.getEncoder().encodeToString(bytes)
                    : HexFormat.of().formatHex(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
