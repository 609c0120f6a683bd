package dev.holdfast.secrets.verify;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks providers whether keys live: one call at a time, each key once a run. */
final class Verifier {
    private final ProviderSet providers;
    private final AllowList allowed;
    private final Endpoints endpoints;
    private final Transport transport;
    private final Clock clock;
    private final RateCap cap;
    private final Map<Credential, Liveness> known = new HashMap<>();

    Verifier(
            ProviderSet providers,
            AllowList allowed,
            Endpoints endpoints,
            Transport transport,
            Clock clock,
            RateCap cap) {
        this.providers = providers;
        this.allowed = allowed;
        this.endpoints = endpoints;
        this.transport = transport;
        this.clock = clock;
        this.cap = cap;
    }

    /** A verifier of one run, by the policy's rules. */
    static Verifier of(
            ProviderSet providers,
            AskingRules rules,
            String version,
            Clock clock,
            Sleeper sleeper) {
        return new Verifier(
                providers,
                providers.hosts().narrowedTo(Set.copyOf(rules.hosts())),
                new Endpoints(rules.endpoints()),
                HttpTransport.ofVersion(version),
                clock,
                new RateCap(clock, sleeper, rules.maxCalls()));
    }

    /**
     * Asks about one value in each way in which it can be asked about, until one says that it
     * lives. It is dead when every way says so.
     *
     * @param ways one at least
     */
    Liveness askAny(List<Credential> ways) {
        List<Liveness> answers = new ArrayList<>();
        for (Credential each : ways) {
            Liveness answer = ask(each);
            if (answer.state() == State.LIVE) {
                return answer;
            }
            answers.add(answer);
        }
        return weigh(answers);
    }

    /** Asks about a key. An interruption is kept and makes the answer unknown. */
    synchronized Liveness ask(Credential credential) {
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
        List<Liveness> answers = new ArrayList<>();
        for (String template : provider.hosts()) {
            Liveness answer = askHost(provider, values.get(), values.get().fill(template));
            if (answer.state() == State.LIVE) {
                return answer;
            }
            answers.add(answer);
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return weigh(answers);
    }

    private Liveness askHost(Provider provider, Values values, String host) {
        if (provider.under().isPresent() && !HostRule.isUnder(host, provider.under().get())) {
            return notAsked("the host named beside the key is not one of " + provider.name());
        }
        if (!allowed.allows(host)) {
            return notAsked(
                    "the policy does not allow to ask "
                            + provider.under().map(suffix -> "*." + suffix).orElse(host)
                            + " (secrets.verify.hosts)");
        }
        if (Thread.currentThread().isInterrupted()) {
            return notAsked("interrupted before anything was sent");
        }
        try {
            return send(provider, values, host);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return notAsked("interrupted before anything was sent");
        }
    }

    /** Dead when all say so; else the first that is not dead says why nothing is known. */
    private static Liveness weigh(List<Liveness> answers) {
        for (Liveness each : answers) {
            if (each.state() == State.UNKNOWN) {
                boolean split = answers.stream().anyMatch(other -> other.state() == State.DEAD);
                return split
                        ? new Liveness(
                                State.UNKNOWN,
                                "dead at one of the places where it may live, but: "
                                        + each.reason(),
                                asked(answers),
                                each.askedAt(),
                                Map.of())
                        : each;
            }
        }
        return answers.getLast();
    }

    private static String asked(List<Liveness> answers) {
        List<String> calls = new ArrayList<>();
        answers.forEach(each -> calls.add(each.asked()));
        calls.removeIf(String::isEmpty);
        return String.join(", ", calls);
    }

    private Liveness send(Provider provider, Values values, String host)
            throws InterruptedException {
        Optional<String> refused = cap.take(host);
        if (refused.isPresent()) {
            return notAsked(refused.get());
        }
        Call call = call(provider, values, host);
        try {
            Answer answer = transport.send(call);
            if (answer.status() == 429 || !answer.header("retry-after").isEmpty()) {
                cap.stop(host);
            }
            Judgement judgement = Judgement.of(provider, answer);
            Map<String, String> facts =
                    judgement.state() == State.LIVE
                            ? Facts.of(provider, values, answer, judgement.json())
                            : Map.of();
            return new Liveness(
                    judgement.state(), judgement.reason(), call.toString(), clock.instant(), facts);
        } catch (NoAnswer none) {
            return unanswered(call, none.reason());
        } catch (InterruptedException interrupted) {
            // The key may have left already, so where it went is said.
            Thread.currentThread().interrupt();
            return unanswered(call, "interrupted before an answer came");
        }
    }

    private Liveness unanswered(Call call, String reason) {
        return new Liveness(State.UNKNOWN, reason, call.toString(), clock.instant(), Map.of());
    }

    private Call call(Provider provider, Values values, String host) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        if (!provider.body().isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        headers.putAll(provider.headers());
        headers.putAll(provider.auth().headers(provider, values, host, clock.instant()));
        String base = endpoints.of(host);
        // A host that scanned content names is shown as the data writes it.
        String shown = provider.under().isPresent() ? "https://" + provider.host() : base;
        return new Call(
                provider.method(),
                base + values.fill(provider.path()),
                shown + provider.path(),
                headers,
                provider.body());
    }

    private Liveness notAsked(String reason) {
        return Liveness.notAsked(reason, clock.instant());
    }
}
