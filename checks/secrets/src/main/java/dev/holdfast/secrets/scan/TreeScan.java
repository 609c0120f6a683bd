package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Walks, reads and scans a tree at once, on as many threads as the run may use. */
final class TreeScan {
    private final TreeRequest request;
    private final TokenSearch search;
    private final Context context;

    TreeScan(TreeRequest request, TokenSearch search, Context context) {
        this.request = request;
        this.search = search;
        this.context = context;
    }

    TreeFindings run() throws InterruptedException {
        TreeWork work = new TreeWork();
        TreeWalk walk = new TreeWalk(request, context.project(), work);
        List<Future<TreeFindings>> futures = new ArrayList<>();
        // Scanning is work, not waiting: platform threads, as many as may be busy.
        try (ExecutorService threads =
                Executors.newFixedThreadPool(
                        context.threads(), Thread.ofPlatform().daemon().factory())) {
            TreeFindings all = new TreeFindings();
            walk.begin(all);
            for (int i = 0; i < context.threads(); i++) {
                futures.add(
                        threads.submit(
                                new TreeWorker(walk, work, search, context.progress())::run));
            }
            try {
                for (Future<TreeFindings> each : futures) {
                    all.add(each.get());
                }
            } catch (ExecutionException broken) {
                work.stop();
                Throwable cause = broken.getCause();
                throw new IllegalStateException(
                        "a scanning thread broke", cause == null ? broken : cause);
            } catch (InterruptedException stopped) {
                work.stop();
                threads.shutdownNow();
                throw stopped;
            }
            return all;
        }
    }
}
