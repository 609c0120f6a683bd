package dev.holdfast.probes.webhook;

import dev.holdfast.probes.answer.Answer;
import dev.holdfast.probes.exchange.Request;
import dev.holdfast.probes.wire.Reply;
import dev.holdfast.probes.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests at the same time, as far as the wire's pace lets it. */
final class Together {
    private Together() {}

    /** The answers in the order of the requests. */
    static List<Answer> send(Wire wire, List<Request> requests) throws InterruptedException {
        // No virtual ones, as in docs/decisions/0010-checks-on-platform-threads.md.
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<Future<Reply>> sent = new ArrayList<>();
            for (Request request : requests) {
                sent.add(threads.submit(() -> wire.send(request)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Reply> each : sent) {
                answers.add(Answer.of(each.get()));
            }
            return answers;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a request broke", broken.getCause());
        }
    }
}
