package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.history.StagedFiles;
import dev.holdfast.core.history.StagedFiles.StagedFile;
import dev.holdfast.core.history.TooLarge;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.secrets.place.Says;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for tokens in what the next commit would add or change. */
public final class StagedCheck implements Check {
    private static final String SUBJECT = "the index";

    private final StagedFiles staged;
    private final List<PathGlob> excludes;
    private final UserRules own;
    private final KeyRing ring;

    /** A check of what is staged, without the paths that the policy leaves out. */
    public StagedCheck(StagedFiles staged, List<PathGlob> excludes, UserRules own, KeyRing ring) {
        this.own = own;
        this.staged = staged;
        this.excludes = List.copyOf(excludes);
        this.ring = ring;
    }

    @Override
    public String name() {
        return ScanChecks.STAGED.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return List.of(ScanChecks.STAGED);
    }

    @Override
    public Findings run(Context context) throws IOException {
        Says says = new Says(ScanChecks.STAGED);
        List<StagedFile> files = staged.list();
        if (files.isEmpty()) {
            return new Findings(
                    List.of(
                            says.whole(
                                    Outcome.NOT_APPLICABLE,
                                    SUBJECT,
                                    "nothing is staged, so there was nothing to look at",
                                    "git add what is to be committed",
                                    Map.of())),
                    Coverage.NOTHING);
        }
        TokenSearch search = TokenSearch.of(context.fingerprintKey(), false, own, ring);
        FileContent content = new FileContent(search);
        List<Result> results = new ArrayList<>();
        List<Sighting> sightings = new ArrayList<>();
        Set<String> looked = new HashSet<>();
        long bytes = 0;
        int open = 0;
        for (StagedFile each : files) {
            if (excludes.stream().anyMatch(glob -> glob.matches(each.path()))) {
                results.add(
                        says.notApplicable(
                                each.path(), "is left out by the policy (paths.exclude)"));
                continue;
            }
            try {
                FileContent.Looked one = looked(content, each);
                sightings.addAll(one.at(each.path()));
                content.name(each.path())
                        .forEach(found -> sightings.add(new Sighting(found, each.path())));
                bytes += one.bytes();
                one.problems().forEach(why -> results.add(says.unknown(each.path(), why, "")));
                open += one.problems().isEmpty() ? 0 : 1;
                looked.add(each.path());
            } catch (TooLarge why) {
                open++;
                results.add(
                        says.unknown(each.path(), "was not looked at: " + why.getMessage(), ""));
            } catch (IOException unreadable) {
                open++;
                results.add(
                        says.unknown(
                                each.path(),
                                "could not be read from the index, so it was not looked at",
                                "git fsck says what is broken"));
            }
        }
        results.add(
                says.whole(
                        open > 0 ? Outcome.UNKNOWN : Outcome.PASS,
                        SUBJECT,
                        "looked at "
                                + Amount.of(looked.size(), "staged file")
                                + " ("
                                + Amount.of(bytes, "byte")
                                + ") for "
                                + search.kinds(),
                        "",
                        Map.of("files", looked.size(), "bytes", bytes)));
        results.addAll(
                new TokenResults("in what is staged", context.clock().instant()).of(sightings));
        return new Findings(
                results.stream().map(search.scrub()::result).toList(),
                new Coverage(search.ids(), Set.of(), Set.of(), looked.size(), bytes, Search.TREE));
    }

    private static FileContent.Looked looked(FileContent content, StagedFile file)
            throws IOException {
        try (InputStream in = file.open()) {
            FileContent.Looked looked = content.look(in, file.size());
            // Only at its end is it known to be what was staged.
            in.transferTo(OutputStream.nullOutputStream());
            return looked;
        }
    }
}
