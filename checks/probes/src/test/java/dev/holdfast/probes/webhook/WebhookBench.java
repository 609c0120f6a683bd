package dev.holdfast.probes.webhook;

import dev.holdfast.probes.target.Route;
import dev.holdfast.probes.target.RouteClass;
import dev.holdfast.probes.target.WebhookRules;
import dev.holdfast.probes.testing.MovingClock;
import dev.holdfast.probes.testing.Service;
import dev.holdfast.probes.testing.Sight;
import dev.holdfast.probes.testing.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints and routes of the tests of webhooks. */
abstract class WebhookBench {
    static final String SECRET = "whsec_Y2FuYXJ5LWNhbmFyeS1jYW5hcnktY2FuYXJ5";
    static final String EFFECT = "/test/effects/${event}";

    final MovingClock clock = new MovingClock();

    Sight against(String scheme, Set<Fault> faults) throws IOException, InterruptedException {
        return run(scheme, EFFECT, endpoint(scheme, faults));
    }

    Endpoint endpoint(String scheme, Set<Fault> faults) {
        return new Endpoint(scheme, "webhook", SECRET, faults, clock);
    }

    Sight run(String scheme, @Nullable String effect, Service service)
            throws IOException, InterruptedException {
        return trial(scheme, effect).run(new WebhookProbe(clock), service);
    }

    Trial trial(String scheme, @Nullable String effect) {
        return new Trial(clock).route(route(scheme, effect)).variable("WEBHOOK_SECRET", SECRET);
    }

    static Route route(String scheme, @Nullable String effect) {
        return new Route(
                "/hook",
                RouteClass.WEBHOOK,
                List.of("POST"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Optional.of(
                        new WebhookRules(
                                scheme,
                                "WEBHOOK_SECRET",
                                300,
                                Optional.ofNullable(effect),
                                scheme.equals("hmac")
                                        ? Optional.of("X-Signature")
                                        : Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
