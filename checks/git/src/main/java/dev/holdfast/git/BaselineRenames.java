package dev.holdfast.git;

import dev.holdfast.core.resolve.Renames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The files that were renamed between the commits that changed the baseline and the work tree, by
 * likeness as git itself tells it. An entry may have been added by any of these commits, so the
 * last ones are all asked, the newest first. A baseline that is not committed yet is compared with
 * HEAD.
 */
public final class BaselineRenames implements Renames {
    private static final int MOST_COMPARED = 2_000;
    private static final int MOST_COMMITS = 10;

    private final Path workTree;
    private final String baseline;

    /**
     * Renames in a work tree.
     *
     * @param baseline the baseline file, relative to the work tree's root, with '/'
     */
    public BaselineRenames(Path workTree, String baseline) {
        this.workTree = workTree;
        this.baseline = baseline;
    }

    @Override
    public Map<String, String> sinceBaseline() throws IOException {
        try (Repository repository = QuietRepository.open(workTree)) {
            Map<String, String> renames = new TreeMap<>();
            for (RevCommit commit : made(repository)) {
                renames(repository, commit).forEach(renames::putIfAbsent);
            }
            return renames;
        } catch (GitAPIException broken) {
            throw new IOException("cannot follow renames: " + broken.getMessage(), broken);
        }
    }

    private List<RevCommit> made(Repository repository) throws IOException, GitAPIException {
        ObjectId head = repository.resolve("HEAD");
        if (head == null) {
            return List.of();
        }
        List<RevCommit> made = new ArrayList<>();
        try (Git git = new Git(repository);
                RevWalk walk = new RevWalk(repository)) {
            git.log().addPath(baseline).setMaxCount(MOST_COMMITS).call().forEach(made::add);
            if (made.isEmpty()) {
                made.add(walk.parseCommit(head));
            }
        }
        return made;
    }

    private static Map<String, String> renames(Repository repository, RevCommit from)
            throws IOException {
        Map<String, String> renames = new TreeMap<>();
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(repository, reader)) {
            walk.addTree(from.getTree());
            walk.addTree(new FileTreeIterator(repository));
            walk.setRecursive(true);
            walk.setFilter(new CommittedOrNotIgnored());
            RenameDetector detector = new RenameDetector(repository);
            detector.setRenameLimit(MOST_COMPARED);
            detector.addAll(DiffEntry.scan(walk));
            ContentSource.Pair contents =
                    new ContentSource.Pair(
                            ContentSource.create(reader),
                            ContentSource.create(new FileTreeIterator(repository)));
            for (DiffEntry entry : detector.compute(contents, NullProgressMonitor.INSTANCE)) {
                if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
                    renames.put(entry.getOldPath(), entry.getNewPath());
                }
            }
        } catch (CanceledException cancelled) {
            throw new IOException("following renames was stopped", cancelled);
        }
        return renames;
    }
}
