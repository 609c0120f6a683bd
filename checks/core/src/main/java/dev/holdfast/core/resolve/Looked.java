package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
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
    private final Predicate<CheckId> inHistories;
    private final Set<String> open = new HashSet<>();

    /**
     * What a run looked at.
     *
     * @param exists whether there is a file or folder of that path, relative to the root
     * @param inHistories whether there is a history in which the check could find something, too
     */
    Looked(Findings findings, Predicate<String> exists, Predicate<CheckId> inHistories) {
        this.inHistories = inHistories;
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

    /**
     * Whether the run knows all of what the check says about that file or folder, whoever looks.
     */
    boolean at(CheckId check, String path) {
        return at(check, path, Set.of());
    }

    /**
     * Whether the run knows all of what the check says about that file or folder.
     *
     * @param searches in what it was found; empty when it may be anything
     */
    boolean at(CheckId check, String path, Set<Search> searches) {
        if (searches.isEmpty()) {
            // Only of built output the name is shortened.
            boolean built = isShortened(path);
            Findings files =
                    findings.of(each ->
                            each.search() != Search.HISTORY
                                    && !(built && each.search() == Search.TREE));
            return inFiles(files, check, path) && inPast(check, path);
        }
        return searches.stream()
                .allMatch(search -> {
                    Findings told = findings.of(each -> each.search() == search);
                    return search == Search.HISTORY
                            ? told.covers(check, path)
                            : inFiles(told, check, path);
                });
    }

    private boolean inFiles(Findings told, CheckId check, String path) {
        return told.covers(check, path)
                || (told.looksFor(check)
                        && isGone(path)
                        && open.stream().noneMatch(each -> Coverage.concerns(each, path)));
    }

    /** Whether the run knows that the past holds nothing of it, or there is no past. */
    private boolean inPast(CheckId check, String path) {
        return !inHistories.test(check)
                || findings.of(each -> each.search() == Search.HISTORY).covers(check, path);
    }

    /** Whether the run knows all that the check has to say. */
    boolean everywhere(CheckId check) {
        return findings.of(each -> each.search() != Search.HISTORY).coversAll(check)
                && inPast(check, "");
    }

    /**
     * Whether the run knows all that the check has to say under this policy: it looked at the whole
     * project and its whole past but for what git ignores and the policy excludes, and nothing that
     * it looked at is open.
     */
    boolean allButLeftOut(CheckId check) {
        return open.isEmpty()
                && findings.of(each -> each.search() != Search.HISTORY).begunAtRoot(check)
                && (!inHistories.test(check)
                        || findings.of(each -> each.search() == Search.HISTORY).begunAtRoot(check));
    }

    /** Whether what nobody wrote down may mean the past. */
    boolean mayBePast(BaselineEntry entry) {
        return entry.searches().isEmpty() && hasPast(entry);
    }

    /** Whether there is a history that may hold the entry's value, too. */
    boolean hasPast(BaselineEntry entry) {
        return inHistories.test(entry.identity().check());
    }

    private boolean isGone(String path) {
        // The hash in the name of a built file is not in its stable path, so nobody can look for
        // the file; its folder has its own name.
        return !exists.test(
                isShortened(path) ? path.substring(0, Math.max(path.lastIndexOf('/'), 0)) : path);
    }

    private static boolean isShortened(String path) {
        return path.indexOf('*', path.lastIndexOf('/') + 1) >= 0;
    }
}
