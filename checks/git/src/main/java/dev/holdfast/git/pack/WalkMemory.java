package dev.holdfast.git.pack;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory a walk may take, whatever the repository holds. All threads together keep an
 * eighth of the heap in bases that wait for further deltas; each has a base, a delta and a result
 * of ordinary size at hand; and one of them at a time may have larger ones.
 */
final class WalkMemory {
    private static final int STREAMED = 64 << 20;
    private static final int SHARE = 8;

    private final long mostHeld;
    private final int ordinary;
    private final int largest;
    private final AtomicLong held = new AtomicLong();
    private final Semaphore turn = new Semaphore(1);

    /**
     * A share of a heap.
     *
     * @param heap how many bytes the heap may grow to
     */
    WalkMemory(long heap, int threads) {
        this(
                heap / SHARE,
                (int) Math.min(STREAMED, heap / (3L * SHARE * threads)),
                (int) Math.min(Integer.MAX_VALUE - Inflation.SPARE - 8, heap / SHARE));
    }

    WalkMemory(long mostHeld, int ordinary, int largest) {
        this.mostHeld = mostHeld;
        this.ordinary = ordinary;
        this.largest = largest;
    }

    /** Takes note of bytes of bases that a thread keeps, or with a minus keeps no longer. */
    void hold(long bytes) {
        held.addAndGet(bytes);
    }

    /** Whether all threads together keep more bases than they may. */
    boolean isFull() {
        return held.get() > mostHeld;
    }

    /** How many bytes an object has at most that any thread may have at any time. */
    int ordinary() {
        return ordinary;
    }

    /** How many bytes an object has at most that is ever held in memory. */
    int largest() {
        return largest;
    }

    /** From how many bytes on an object that nothing hangs on is handed out as a stream. */
    int streamed() {
        return Math.min(STREAMED, largest);
    }

    /** Waits until no other thread has larger objects at hand. */
    void begin() {
        turn.acquireUninterruptibly();
    }

    void end() {
        turn.release();
    }

    /** Says of an object that it is larger than memory allows. */
    static String tooLarge(long size) {
        return "it has "
                + (size >> 20)
                + " MiB, more than fits into memory beside the rest"
                + " (HOLDFAST_JAVA_OPTS=-Xmx4g gives more)";
    }
}
