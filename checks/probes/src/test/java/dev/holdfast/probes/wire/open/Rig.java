package dev.holdfast.probes.wire.open;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import dev.holdfast.probes.wire.address.Resolver;
import dev.holdfast.probes.wire.fixture.FakeTime;
import dev.holdfast.probes.wire.fixture.TestTarget;
import dev.holdfast.probes.wire.pace.RunLimits;
import dev.holdfast.probes.wire.transport.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open session in surroundings of a test. */
final class Rig implements AutoCloseable {
    static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5));

    final FakeTime time = new FakeTime();
    final List<Exchange> recorded = new CopyOnWriteArrayList<>();
    final OpenSession open;

    Rig(TestTarget target) {
        this(target, false, Map.of());
    }

    Rig(TestTarget target, boolean allowDestructive, Map<String, String> environment) {
        this(target, allowDestructive, environment, Resolver.SYSTEM, SHORT, RunLimits.USUAL);
    }

    Rig(TestTarget target, Resolver resolver) {
        this(target, false, Map.of(), resolver, SHORT, RunLimits.USUAL);
    }

    Rig(
            TestTarget target,
            boolean allowDestructive,
            Map<String, String> environment,
            Resolver resolver,
            Patience patience,
            RunLimits limits) {
        this.open =
                Wires.open(
                        target.target(),
                        allowDestructive,
                        environment,
                        new Random(6),
                        recorded::add,
                        "1.2.3",
                        new Surroundings(time, time::sleep, resolver, patience, limits));
    }

    Wire wire() {
        return open.session().wire();
    }

    Reply send(Request request) throws InterruptedException {
        return wire().send(request);
    }

    /** The answer that there must be. */
    Response answer(Request request) throws InterruptedException {
        return switch (send(request)) {
            case Reply.Answered answered -> answered.exchange().response();
            case Reply.Unanswered none -> throw new AssertionError(none);
        };
    }

    /** Why there is no answer. */
    Reply.Unanswered refusal(Request request) throws InterruptedException {
        return switch (send(request)) {
            case Reply.Answered answered -> throw new AssertionError(answered);
            case Reply.Unanswered none -> none;
        };
    }

    @Override
    public void close() {
        open.close();
    }
}
