package dev.holdfast.core.resolve;

import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says whether a run can know that nothing (more) is to be found somewhere: it looked there to the
 * end, or it looked elsewhere and there is nothing there. What a result calls unknown or broken is
 * not known: output that was not built yet is not gone.
 */
final class Looked {
    private static final String EVERYWHERE = "";

    private final Findings findings;
    private final Predicate<String> exists;
    private final Set<String> open = new HashSet<>();

    /**
     * What a run looked at.
     *
     * @param exists whether there is a file or folder of that path, relative to the root
     */
    Looked(Findings findings, Predicate<String> exists) {
        this.findings = findings;
        this.exists = exists;
        for (Result result : findings.results()) {
            if (result.outcome() == Outcome.UNKNOWN || result.outcome() == Outcome.ERROR) {
                addOpen(result);
            }
        }
    }

    private void addOpen(Result result) {
        String subject = result.subject();
        if (result.spots().isEmpty()) {
            open.add(subject == null || subject.equals(".") ? EVERYWHERE : subject);
        }
        result.spots().forEach(spot -> open.add(spot.location().path()));
    }

    /** Whether the run knows all of what the check says about that file or folder. */
    boolean at(CheckId check, String path) {
        return findings.covers(check, path)
                || (findings.looksFor(check)
                        && isGone(path)
                        && open.stream().noneMatch(each -> Coverage.concerns(each, path)));
    }

    /** Whether the run knows all that the check has to say. */
    boolean everywhere(CheckId check) {
        return findings.coversAll(check);
    }

    private boolean isGone(String path) {
        // The hash in the name of a built file is not in its stable path, so nobody can look for
        // the file; its folder has its own name.
        int slash = path.lastIndexOf('/');
        boolean shortened = path.indexOf('*', slash + 1) >= 0;
        return !exists.test(shortened ? path.substring(0, Math.max(slash, 0)) : path);
    }
}
