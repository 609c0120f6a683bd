package dev.holdfast.core.resolve;

import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.CheckId;
import java.util.function.Predicate;

/**
 * Says whether a run can know that nothing (more) is to be found somewhere: it looked there to the
 * end, or there is nothing there.
 *
 * @param exists whether there is a file or folder of that path, relative to the root
 */
record Looked(Findings findings, Predicate<String> exists) {

    /** Whether the run knows all of what the check says about that file or folder. */
    boolean at(CheckId check, String path) {
        return findings.covers(check, path) || (!isShortened(path) && !exists.test(path));
    }

    /** Whether the run knows all that the check has to say. */
    boolean everywhere(CheckId check) {
        return findings.coversAll(check);
    }

    // The hash in the name of a built file is not in its stable path, so nobody can look for it.
    private static boolean isShortened(String path) {
        return path.indexOf('*') >= 0;
    }
}
