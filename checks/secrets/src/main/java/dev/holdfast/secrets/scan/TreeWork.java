package dev.holdfast.secrets.scan;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do of a walk, for several threads. Files go before folders, so that what is known
 * stays small; the work ends when nobody can add to it any more.
 */
final class TreeWork {
    private final Deque<Files> files = new ArrayDeque<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private int busy;
    private boolean stopped;

    /** Something to do. */
    sealed interface Job permits Files, Folder {}

    /** Files to be read. */
    record Files(List<File> all) implements Job {

        Files {
            all = List.copyOf(all);
        }
    }

    /**
     * A file to be read.
     *
     * @param shown as reports show it
     * @param size how many bytes it had when it was listed
     */
    record File(Path path, String shown, long size) {}

    /**
     * A folder to be listed.
     *
     * @param shown as reports show it, empty for the root
     * @param ignored the rules that hold in it, its own among them
     */
    record Folder(Path path, String shown, Ignored ignored, int depth) implements Job {}

    synchronized void add(Job job) {
        switch (job) {
            case Files some -> files.addLast(some);
            case Folder folder -> folders.addLast(folder);
        }
        notifyAll();
    }

    /** The next job, or null when all is done. Whoever takes one says {@link #done} afterwards. */
    synchronized @Nullable Job take() throws InterruptedException {
        while (!stopped && files.isEmpty() && folders.isEmpty() && busy > 0) {
            wait();
        }
        if (stopped || (files.isEmpty() && folders.isEmpty())) {
            return null;
        }
        busy++;
        // The last folder first: depth first, as the names of few folders are kept then.
        return files.isEmpty() ? folders.pollLast() : files.pollFirst();
    }

    synchronized void done() {
        busy--;
        if (busy == 0) {
            notifyAll();
        }
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
