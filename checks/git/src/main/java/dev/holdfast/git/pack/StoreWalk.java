package dev.holdfast.git.pack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands out selected objects on several threads, each stream inflated once. */
public final class StoreWalk {
    private final ObjectStore store;
    private final Selection selection;
    private final int threads;
    private final WalkMemory memory;
    private final AtomicLong streams = new AtomicLong();

    /** A walk that takes its share of this process's heap. */
    public StoreWalk(ObjectStore store, Selection selection, int threads) {
        this(store, selection, threads, new WalkMemory(Runtime.getRuntime().maxMemory(), threads));
    }

    StoreWalk(ObjectStore store, Selection selection, int threads, WalkMemory memory) {
        this.store = store;
        this.selection = selection;
        this.threads = threads;
        this.memory = memory;
    }

    /** Walks; every thread asks for a sink of its own. */
    public void run(Supplier<? extends ObjectSink> sinks) throws InterruptedException {
        int[] roots = roots();
        AtomicInteger next = new AtomicInteger();
        // Inflating is work, not waiting: platform threads, as many as may be busy.
        try (ExecutorService workers =
                Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                ObjectSink sink = sinks.get();
                running.add(workers.submit(() -> work(roots, next, sink)));
            }
            try {
                for (Future<?> each : running) {
                    each.get();
                }
            } catch (ExecutionException broken) {
                workers.shutdownNow();
                Throwable cause = broken.getCause();
                if (cause instanceof Error error) {
                    // Whoever runs this says what to do when memory does not suffice.
                    throw error;
                }
                throw cause instanceof RuntimeException bug
                        ? bug
                        : new IllegalStateException(String.valueOf(cause), broken);
            } catch (InterruptedException stopped) {
                workers.shutdownNow();
                throw stopped;
            }
        }
    }

    /** Every object to start from. */
    private int[] roots() {
        IntStack roots = new IntStack();
        for (int p = 0; p < store.packs().size(); p++) {
            PackOrder order = store.packs().get(p);
            int first = store.firstNumber(p);
            for (int i = 0; i < order.count(); i++) {
                if (order.base(i) < 0 && selection.needs(first + i)) {
                    roots.push(first + i);
                }
            }
        }
        for (int i = store.firstLoose(); i < store.size(); i++) {
            if (selection.wants(i)) {
                roots.push(i);
            }
        }
        return roots.toArray();
    }

    private void work(int[] roots, AtomicInteger next, ObjectSink sink) {
        try (ObjectMaker maker = new ObjectMaker(store, memory)) {
            @Nullable PackWalk[] walks = new PackWalk[store.packs().size()];
            for (int i = next.getAndIncrement();
                    i < roots.length && !Thread.currentThread().isInterrupted();
                    i = next.getAndIncrement()) {
                int root = roots[i];
                if (store.isLoose(root)) {
                    loose(root, maker, sink);
                    continue;
                }
                int p = store.packOf(root);
                int first = store.firstNumber(p);
                PackWalk walk = walks[p];
                if (walk == null) {
                    walk = new PackWalk(store.packs().get(p), first, maker, sink, memory);
                    walks[p] = walk;
                }
                walk.from(root - first, selection);
            }
            streams.addAndGet(maker.inflation().streams());
        }
    }

    private void loose(int number, ObjectMaker maker, ObjectSink sink) {
        try {
            ObjectContent content = loose(number, maker, sink, memory.streamed());
            if (content != null) {
                store.looseKind(number, content.type());
                sink.object(number, content.bytes(), content.length(), -1, null);
            }
        } catch (IOException broken) {
            sink.unreadable(number, String.valueOf(broken.getMessage()));
        } finally {
            maker.done();
        }
    }

    /** The content of a loose object; null when it was handed out already, as a stream. */
    private @Nullable ObjectContent loose(
            int number, ObjectMaker maker, ObjectSink sink, int mostHeld) throws IOException {
        boolean streamed = false;
        try (LooseObject object = maker.loose(store.loose(), number - store.firstLoose())) {
            if (object.size() > mostHeld) {
                streamed = true;
                store.looseKind(number, object.type());
                sink.large(
                        number,
                        object.size(),
                        maker.verified(number, object.type(), object.size(), object.content()));
                return null;
            }
            ObjectContent content = maker.content(object, true);
            maker.verify(number, content.type(), content.bytes(), content.length());
            return content;
        } catch (IOException broken) {
            if (streamed) {
                throw broken;
            }
            return maker.readCopy(number, broken);
        }
    }

    /** How many zlib streams were inflated. */
    public long streams() {
        return streams.get();
    }
}
