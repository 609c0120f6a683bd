package dev.holdfast.probes.webhook;

import dev.holdfast.probes.exchange.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Makes every delivery that must be refused, one after the other, each at its own time. */
final class Forgeries {
    private static final int MAC_BYTES = 32;
    // A request waits for its turn after it is signed. A time in the future comes nearer meanwhile.
    private static final Duration WAITING = Duration.ofSeconds(15);

    private final Signer signer;
    private final Duration tolerance;
    private final Function<String, Event> events;
    private final RandomGenerator random;

    /**
     * Forgeries for one route.
     *
     * @param events makes an event for a forgery's name
     */
    Forgeries(
            Signer signer,
            Duration tolerance,
            Function<String, Event> events,
            RandomGenerator random) {
        this.signer = signer;
        this.tolerance = tolerance;
        this.events = events;
        this.random = random;
    }

    /** The forgeries as they are to be made when their turn comes, for the service's time. */
    List<Function<Instant, Forgery>> all() {
        Scheme scheme = signer.scheme();
        List<Function<Instant, Forgery>> all = new ArrayList<>();
        all.add(this::unsigned);
        if (!scheme.beside(events.apply("sample"), Instant.EPOCH).lines().isEmpty()) {
            all.add(this::bare);
        }
        all.add(at -> typed(at, "text", "text/plain"));
        all.add(at -> typed(at, "form", "application/x-www-form-urlencoded"));
        all.add(this::empty);
        all.add(this::random);
        all.add(this::changedBody);
        all.add(this::otherSecret);
        all.add(this::emptySecret);
        if (scheme.timed()) {
            all.add(this::stale);
            all.add(this::future);
        }
        if (!scheme.twoTimes(Instant.EPOCH, Instant.EPOCH, "").isEmpty()) {
            all.add(at -> twoTimes(at, 0));
            all.add(at -> twoTimes(at, 1));
        }
        if (scheme.hexadecimal()) {
            all.add(this::upperCase);
        }
        Event sample = events.apply("sample");
        if (scheme.otherVersion(Instant.EPOCH, signer.signature(sample, Instant.EPOCH))
                .isPresent()) {
            all.add(this::otherVersion);
        }
        return all;
    }

    private Forgery unsigned(Instant at) {
        Event event = events.apply("unsigned");
        return new Forgery(
                WebhookRuleSet.UNSIGNED,
                "none",
                "a request without " + signer.scheme().field(),
                false,
                event,
                signer.valued(event, at, Optional.empty(), Intent.FORGED));
    }

    private Forgery bare(Instant at) {
        Event event = events.apply("bare");
        return new Forgery(
                WebhookRuleSet.UNSIGNED,
                "bare",
                "a request without any field of " + signer.scheme().word(),
                false,
                event,
                signer.bare(event, "application/json", Intent.FORGED));
    }

    /** Some look at the signature only when they are to read JSON. */
    private Forgery typed(Instant at, String key, String type) {
        Event event = events.apply("unsigned-" + key);
        return new Forgery(
                WebhookRuleSet.UNSIGNED,
                key,
                "a request of " + type + " without " + signer.scheme().field(),
                false,
                event,
                signer.valued(event, at, Optional.empty(), type, Intent.FORGED));
    }

    /** One part of a service may read the first time and another the last. */
    private Forgery twoTimes(Instant at, int order) {
        Event event = events.apply("two-times-" + order);
        Instant old = at.minus(tolerance.plusSeconds(1));
        return new Forgery(
                WebhookRuleSet.STALE,
                order == 0 ? "new time last" : "new time first",
                "an old signature with a second, new time "
                        + (order == 0 ? "behind" : "before")
                        + " its own",
                false,
                event,
                signer.valued(
                        event,
                        at,
                        Optional.of(
                                signer.scheme()
                                        .twoTimes(old, at, signer.signature(event, old))
                                        .get(order)),
                        Intent.FORGED));
    }

    private Forgery empty(Instant at) {
        Event event = events.apply("empty");
        return new Forgery(
                WebhookRuleSet.UNSIGNED,
                "empty",
                "an empty signature",
                false,
                event,
                signer.signed(event, at, List.of(""), Intent.FORGED));
    }

    private Forgery random(Instant at) {
        Event event = events.apply("random");
        byte[] mac = new byte[MAC_BYTES];
        random.nextBytes(mac);
        return new Forgery(
                WebhookRuleSet.UNVERIFIED,
                "",
                "a random signature",
                false,
                event,
                signer.signed(event, at, List.of(signer.scheme().text(mac)), Intent.FORGED));
    }

    private Forgery changedBody(Instant at) {
        Event event = events.apply("changed");
        return new Forgery(
                WebhookRuleSet.BODY,
                "",
                "a changed body under the signature of the old one",
                false,
                event,
                signer.signed(
                        event.changed(), at, List.of(signer.signature(event, at)), Intent.FORGED));
    }

    private Forgery otherSecret(Instant at) {
        Event event = events.apply("other-secret");
        byte[] other = new byte[MAC_BYTES];
        random.nextBytes(other);
        return new Forgery(
                WebhookRuleSet.SECRET,
                "other",
                "a signature under another secret",
                false,
                event,
                signer.signed(
                        event, at, List.of(signer.signature(event, at, other)), Intent.FORGED));
    }

    private Forgery emptySecret(Instant at) {
        Event event = events.apply("empty-secret");
        return new Forgery(
                WebhookRuleSet.SECRET,
                "empty",
                "a signature under an empty secret",
                false,
                event,
                signer.signed(
                        event,
                        at,
                        List.of(signer.signature(event, at, new byte[0])),
                        Intent.FORGED));
    }

    private Forgery stale(Instant at) {
        Duration age = tolerance.plusSeconds(1);
        Event event = events.apply("stale");
        return new Forgery(
                WebhookRuleSet.STALE,
                "",
                "a signature " + age.toSeconds() + " s old",
                false,
                event,
                signer.right(event, at.minus(age), Intent.FORGED));
    }

    private Forgery future(Instant at) {
        boolean refused = signer.scheme().refusesFuture();
        Duration ahead = tolerance.plusSeconds(1).plus(WAITING);
        Event event = events.apply("future");
        return new Forgery(
                WebhookRuleSet.FUTURE,
                "",
                "a signature from " + ahead.toSeconds() + " s in the future",
                !refused,
                event,
                signer.right(event, at.plus(ahead), refused ? Intent.FORGED : Intent.STATEFUL));
    }

    private Forgery upperCase(Instant at) {
        Event event = events.apply("upper-case");
        String upper = signer.signature(event, at).toUpperCase(Locale.ROOT);
        return new Forgery(
                WebhookRuleSet.UPPER,
                "",
                "a right signature in upper-case digits",
                true,
                event,
                signer.signed(event, at, List.of(upper), Intent.STATEFUL));
    }

    private Forgery otherVersion(Instant at) {
        Event event = events.apply("other-version");
        return new Forgery(
                WebhookRuleSet.VERSION,
                "",
                "a right signature under another version alone",
                false,
                event,
                signer.valued(
                        event,
                        at,
                        signer.scheme().otherVersion(at, signer.signature(event, at)),
                        Intent.FORGED));
    }
}
