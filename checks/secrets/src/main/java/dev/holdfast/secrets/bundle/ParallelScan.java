package dev.holdfast.secrets.bundle;

import dev.holdfast.core.check.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Scans files on as many threads as the run may use; results come in the order of the files. */
final class ParallelScan {
    private final FileScanner scanner;
    private final Context context;

    ParallelScan(FileScanner scanner, Context context) {
        this.scanner = scanner;
        this.context = context;
    }

    List<FileScanner.Scanned> scan(List<BundleFile> files) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        List<Future<FileScanner.Scanned>> futures = new ArrayList<>();
        // Scanning is work, not waiting: platform threads, as many as may be busy.
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        context.threads(), Thread.ofPlatform().daemon().factory())) {
            try {
                for (BundleFile file : files) {
                    futures.add(
                            threads.submit(() -> {
                                FileScanner.Scanned scanned = scanner.scan(file);
                                context.progress()
                                        .at("files scanned", done.incrementAndGet(), files.size());
                                return scanned;
                            }));
                }
                List<FileScanner.Scanned> scanned = new ArrayList<>();
                for (Future<FileScanner.Scanned> future : futures) {
                    scanned.add(future.get());
                }
                return scanned;
            } catch (ExecutionException broken) {
                threads.shutdownNow();
                Throwable cause = broken.getCause();
                throw rethrow(cause == null ? broken : cause);
            } catch (InterruptedException stopped) {
                threads.shutdownNow();
                throw stopped;
            }
        }
    }

    private static RuntimeException rethrow(Throwable cause) {
        return switch (cause) {
            case RuntimeException bug -> bug;
            case Error fatal -> throw fatal;
            default -> new IllegalStateException(cause.getClass().getSimpleName());
        };
    }
}
