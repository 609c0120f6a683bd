package dev.holdfast.git;

import java.io.IOException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.NotIgnoredFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Lets through what the first tree holds and what the work tree, the second one, does not ignore:
 * nobody wants installed packages hashed to follow one renamed file.
 */
final class CommittedOrNotIgnored extends TreeFilter {
    private static final int COMMIT = 0;
    private static final int WORK_TREE = 1;

    private final TreeFilter notIgnored = new NotIgnoredFilter(WORK_TREE);

    @Override
    public boolean include(TreeWalk walk) throws IOException {
        return walk.getRawMode(COMMIT) != FileMode.TYPE_MISSING || notIgnored.include(walk);
    }

    @Override
    public boolean shouldBeRecursive() {
        return true;
    }

    @Override
    public TreeFilter clone() {
        return new CommittedOrNotIgnored();
    }
}
