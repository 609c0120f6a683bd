package dev.holdfast.secrets.verify;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks providers whether keys live: one call at a time, each key once a run. */
public final class Verifier {
    private final ProviderSet providers;
    private final AllowList allowed;
    private final Transport transport;
    private final Clock clock;
    private final RateCap cap;
    private final Map<Credential, Liveness> known = new HashMap<>();

    Verifier(
            ProviderSet providers,
            AllowList allowed,
            Transport transport,
            Clock clock,
            Sleeper sleeper) {
        this.providers = providers;
        this.allowed = allowed;
        this.transport = transport;
        this.clock = clock;
        this.cap = new RateCap(clock, sleeper);
    }

    /**
     * A verifier of one run.
     *
     * @param hosts the policy's {@code secrets.verify.hosts}; empty leaves every host of the data
     */
    public static Verifier of(
            String version, Optional<Set<String>> hosts, Clock clock, Sleeper sleeper) {
        ProviderSet providers = ProviderSet.shipped();
        AllowList all = providers.hosts();
        return new Verifier(
                providers,
                hosts.map(all::narrowedTo).orElse(all),
                HttpTransport.ofVersion(version),
                clock,
                sleeper);
    }

    /** Asks about a key. An interruption is kept and makes the answer unknown. */
    public synchronized Liveness ask(Credential credential) {
        Liveness before = known.get(credential);
        if (before != null) {
            return before;
        }
        Liveness now = askAnew(credential);
        known.put(credential, now);
        return now;
    }

    private Liveness askAnew(Credential credential) {
        Optional<Provider> found = providers.of(credential);
        if (found.isEmpty()) {
            return notAsked("no harmless call is known for this kind of key");
        }
        Provider provider = found.get();
        Optional<Values> values = Values.of(provider, credential);
        if (values.isEmpty()) {
            return notAsked(
                    "the key is not of the form that the provider's call takes, or what the call"
                            + " needs beside it was not found");
        }
        String host = values.get().fill(provider.host());
        if (provider.under().isPresent() && !HostRule.isUnder(host, provider.under().get())) {
            return notAsked("the host named beside the key is not one of " + provider.name());
        }
        if (!allowed.allows(host)) {
            return notAsked("the policy does not allow the host");
        }
        try {
            return send(provider, values.get(), host);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return notAsked("interrupted before an answer came");
        }
    }

    private Liveness send(Provider provider, Values values, String host)
            throws InterruptedException {
        Optional<String> refused = cap.take(host);
        if (refused.isPresent()) {
            return notAsked(refused.get());
        }
        try {
            Answer answer = transport.send(call(provider, values, host));
            if (answer.status() == 429 || !answer.header("retry-after").isEmpty()) {
                cap.stop(host);
            }
            Judgement judgement = Judgement.of(provider, answer);
            Map<String, String> facts =
                    judgement.state() == State.LIVE
                            ? Facts.of(provider, values, answer, judgement.json())
                            : Map.of();
            return new Liveness(
                    judgement.state(),
                    judgement.reason(),
                    provider.template(),
                    clock.instant(),
                    facts);
        } catch (NoAnswer none) {
            return unanswered(provider, none.reason());
        } catch (InterruptedException interrupted) {
            // The key may have left already, so where it went is said.
            Thread.currentThread().interrupt();
            return unanswered(provider, "interrupted before an answer came");
        }
    }

    private Liveness unanswered(Provider provider, String reason) {
        return new Liveness(State.UNKNOWN, reason, provider.template(), clock.instant(), Map.of());
    }

    private static Call call(Provider provider, Values values, String host) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        if (!provider.body().isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(provider.headers());
        headers.putAll(provider.auth().headers(values));
        return new Call(
                provider.method(),
                host,
                values.fill(provider.path()),
                provider.path(),
                headers,
                provider.body());
    }

    private Liveness notAsked(String reason) {
        return new Liveness(State.UNKNOWN, reason, "", clock.instant(), Map.of());
    }
}
