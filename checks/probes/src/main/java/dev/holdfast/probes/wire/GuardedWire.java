package dev.holdfast.probes.wire;

import dev.holdfast.probes.exchange.Exchange;
import dev.holdfast.probes.exchange.Fields;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.exchange.Response;
import dev.holdfast.probes.wire.Reply.Answered;
import dev.holdfast.probes.wire.Reply.Reason;
import dev.holdfast.probes.wire.Reply.Unanswered;
import dev.holdfast.probes.wire.transport.OddHeader;
import dev.holdfast.probes.wire.transport.Outgoing;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wire of a run. Safe for several threads. */
public final class GuardedWire implements Wire {
    private final WireParts parts;
    private final boolean hurried;
    private final boolean patient;
    private final Failures failures;

    /**
     * A wire. Wires of the same parts share one pace and one budget.
     *
     * @param hurried whether it does not wait for the pace
     * @param patient whether it goes on after many answers of 5xx
     */
    public GuardedWire(WireParts parts, boolean hurried, boolean patient) {
        this.parts = parts;
        this.hurried = hurried;
        this.patient = patient;
        this.failures = new Failures(parts.target().host());
    }

    @Override
    public Reply send(Request request) throws InterruptedException {
        Optional<String> refusal = parts.permission().refusal(request);
        if (refusal.isPresent()) {
            return new Unanswered(Reason.NOT_ALLOWED, refusal.get());
        }
        if (!request.exact() && !request.path().startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        Fields fields = parts.introduction().introduce(request);
        if (request.identity().isPresent()) {
            switch (parts.identities().sign(request.identity().get(), fields)) {
                case IdentityHeaders.Ready ready -> fields = ready.fields();
                case IdentityHeaders.Missing missing -> {
                    return new Unanswered(missing.reason(), missing.words());
                }
            }
        }
        Unanswered held = begin(request.plain());
        if (held != null) {
            return held;
        }
        return answer(
                request, new Outgoing(request.method(), request.path(), fields, request.body()));
    }

    @Override
    public Line connect() throws InterruptedException {
        Unanswered held = begin(false);
        if (held != null) {
            return new Line.Shut(held);
        }
        try {
            return new Line.Open(parts.connections().open());
        } catch (IOException failure) {
            return new Line.Shut(failed(failure));
        }
    }

    private Unanswered failed(IOException failure) {
        if (Failures.silent(failure)) {
            parts.budget().unheard();
        }
        return failures.unanswered(failure);
    }

    /** Waits for its turn; says why there is none. */
    private @Nullable Unanswered begin(boolean overHttp) throws InterruptedException {
        Optional<String> stopped = parts.budget().stopped(patient);
        if (stopped.isPresent()) {
            return new Unanswered(Reason.STOPPED, stopped.get());
        }
        try {
            parts.connections().find(overHttp);
        } catch (IOException failure) {
            return failures.unanswered(failure);
        }
        if (hurried) {
            parts.bucket().takeAhead();
        } else {
            parts.bucket().take();
        }
        // While it waited, others may have seen the service fail.
        return parts.budget()
                .begin(patient)
                .map(words -> new Unanswered(Reason.STOPPED, words))
                .orElse(null);
    }

    private Reply answer(Request request, Outgoing outgoing) throws InterruptedException {
        Response response;
        try {
            response = parts.connections().transport(request, outgoing).send(outgoing);
        } catch (IOException failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("stopped while waiting for an answer");
            }
            if (failure instanceof OddHeader) {
                parts.connections().readOddHeaders();
            }
            return failed(failure);
        }
        parts.budget().heard();
        if (!patient) {
            parts.budget().answered(response.failed());
        }
        Exchange exchange =
                new Exchange(
                        parts.redaction().text(url(request)),
                        request,
                        response,
                        parts.clock().instant());
        parts.recorder().accept(parts.redaction().exchange(exchange));
        return new Answered(exchange);
    }

    private String url(Request request) {
        String origin =
                request.plain()
                        ? "http://" + parts.connections().plainAuthority()
                        : parts.target().origin();
        return origin + request.path();
    }
}
