package dev.holdfast.core.resolve;

import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.policy.BaselineRules;
import dev.holdfast.core.policy.WaiverRules;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.waiver.Waivers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes of findings what a report says: accepts what a valid waiver accepts, marks what the
 * baseline knows, and says what is wrong with either. Every command resolves here, so an expired
 * waiver is refused by all of them.
 */
public final class Resolver {
    private final WaiverRules waiverRules;
    private final BaselineRules baselineRules;
    private final String keyId;
    private final LocalDate today;
    private final Predicate<String> exists;
    private final Predicate<CheckId> inHistories;
    private final Renames renames;

    /**
     * A resolver for one run.
     *
     * @param today the day in UTC
     * @param exists whether there is a file or folder of that path, relative to the root
     * @param inHistories whether there is a history in which a check could find something, too; a
     *     waiver, or an entry of which nobody wrote down in what it was found, may mean that
     */
    public Resolver(
            WaiverRules waiverRules,
            BaselineRules baselineRules,
            FingerprintKey key,
            LocalDate today,
            Predicate<String> exists,
            Predicate<CheckId> inHistories,
            Renames renames) {
        this.waiverRules = waiverRules;
        this.baselineRules = baselineRules;
        this.keyId = key.id();
        this.today = today;
        this.exists = exists;
        this.inHistories = inHistories;
        this.renames = renames;
    }

    /**
     * What the resolver makes of findings.
     *
     * @param results everything that a report says, waivers' and baseline's own findings included
     * @param stale the entries of the baseline that are no longer needed
     * @param pruned the baseline without these, and with the new names of files that were renamed
     */
    public record Resolved(List<Result> results, List<BaselineEntry> stale, Baseline pruned) {

        public Resolved {
            results = List.copyOf(results);
            stale = List.copyOf(stale);
        }
    }

    /** Resolves. */
    public Resolved resolve(Findings findings, Waivers waivers, Baseline baseline)
            throws IOException {
        Looked looked = new Looked(findings, exists, inHistories);
        WaiverPass waiverPass = new WaiverPass(waivers, waiverRules, today, renames);
        List<Result> waived = waiverPass.apply(findings.results(), looked);
        List<Result> said = new ArrayList<>(waiverPass.said());
        String problem = problem(baseline);
        if (problem != null) {
            said.add(Saying.broken(baseline.file(), problem));
            waived.addAll(said);
            return new Resolved(waived, List.of(), baseline);
        }
        BaselinePass baselinePass = new BaselinePass(baseline, baselineRules);
        List<Result> resolved = new ArrayList<>(baselinePass.apply(waived, renames));
        List<BaselineEntry> stale = baselinePass.stale(looked);
        stale.forEach(entry -> said.add(Saying.stale(entry, baseline.file())));
        if (baselineRules.ratchet() && !stale.isEmpty()) {
            said.add(Saying.ratchet(stale.size(), baseline.file()));
        }
        resolved.addAll(said);
        return new Resolved(resolved, stale, baselinePass.pruned(stale, looked));
    }

    /**
     * The entries of a baseline that a run can say nothing of, since it did not look at all in
     * which they may be found. None of one that cannot be followed.
     */
    public List<BaselineEntry> undecided(Findings findings, Baseline baseline) {
        Looked looked = new Looked(findings, exists, inHistories);
        return problem(baseline) != null
                ? List.of()
                : baseline.entries().stream()
                        .filter(entry -> !BaselinePass.isDecidedBy(entry, looked))
                        .toList();
    }

    /** Why a baseline cannot be followed with the key of this run, or null. */
    private @Nullable String problem(Baseline baseline) {
        if (baseline.broken().isPresent()) {
            return baseline.broken().get();
        }
        boolean hashed =
                baseline.entries().stream().anyMatch(entry -> !entry.identity().hash().isEmpty());
        return hashed && !baseline.keyId().equals(keyId)
                ? "its hashes were made with the fingerprint key "
                        + baseline.keyId()
                        + ", and the key of this run is "
                        + keyId
                : null;
    }
}
