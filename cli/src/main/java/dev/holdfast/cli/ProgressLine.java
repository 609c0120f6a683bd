package dev.holdfast.cli;

import dev.holdfast.core.check.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on stderr that is written over, at most ten times a second, and wiped at the end. */
final class ProgressLine implements Progress {
    private static final long PAUSE_NANOS = 100_000_000L;
    private static final int WIDTH = 78;

    private final PrintStream err;
    private final LongSupplier nanos;
    private long shownAt = Long.MIN_VALUE;

    ProgressLine(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
    }

    @Override
    public synchronized void at(String what, long done, long of) {
        if (of > 0 && done >= of) {
            wipe();
            return;
        }
        long now = nanos.getAsLong();
        if (shownAt != Long.MIN_VALUE && now - shownAt < PAUSE_NANOS) {
            return;
        }
        shownAt = now;
        String line = Printable.of(of > 0 ? what + " " + done + " of " + of : what + " " + done);
        err.print("\r" + (line.length() > WIDTH ? line.substring(0, WIDTH) : line) + "\u001B[K");
        err.flush();
    }

    private void wipe() {
        if (shownAt != Long.MIN_VALUE) {
            err.print("\r\u001B[K");
            err.flush();
            shownAt = Long.MIN_VALUE;
        }
    }
}
