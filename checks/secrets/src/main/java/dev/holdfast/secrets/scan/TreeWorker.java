package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Progress;
import dev.holdfast.secrets.place.Says;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One thread of a scan of a tree. */
final class TreeWorker {
    private final TreeWalk walk;
    private final TreeWork work;
    private final FileContent content;
    private final Progress progress;
    private final TreeFindings found = new TreeFindings();
    private final Says says = new Says(ScanChecks.TREE);
    private long files;

    TreeWorker(TreeWalk walk, TreeWork work, TokenSearch search, Progress progress) {
        this.walk = walk;
        this.work = work;
        this.content = new FileContent(search);
        this.progress = progress;
    }

    TreeFindings run() throws InterruptedException {
        while (true) {
            TreeWork.Job job = work.take();
            if (job == null) {
                return found;
            }
            try {
                switch (job) {
                    case TreeWork.Folder folder -> {
                        walk.list(folder, found);
                        found.takeTargets().forEach(this::link);
                    }
                    case TreeWork.Files some -> some.all().forEach(this::file);
                }
            } finally {
                work.done();
            }
        }
    }

    private void link(TreeFindings.Target target) {
        found.named(content.name(target.path()), target.path());
        found.named(content.name(target.text()), target.path());
    }

    private void file(TreeWork.File file) {
        String shown = file.shown();
        found.named(content.name(shown), shown);
        try (InputStream in = new FileInputStream(file.path().toFile())) {
            FileContent.Looked looked = content.look(in, file.size());
            found.read(looked, shown);
            looked.problems()
                    .forEach(why ->
                            found.open(
                                    shown,
                                    says.unknown(
                                            shown, why, "exclude it by policy with a reason")));
        } catch (IOException failed) {
            found.open(
                    shown,
                    says.unknown(
                            shown,
                            "could not be read, so it was not looked at",
                            "make it readable, or exclude it by policy with a reason"));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            // What was found in other files is not lost with it.
            found.open(shown, says.broken(shown, bug));
        }
        if ((++files & 63) == 0) {
            progress.at("files scanned", files, 0);
        }
    }
}
