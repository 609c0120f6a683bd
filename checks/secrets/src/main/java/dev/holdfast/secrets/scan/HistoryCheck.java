package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.history.History;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.secrets.known.CleanContents;
import dev.holdfast.secrets.place.Says;
import dev.holdfast.secrets.place.Scrub;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for tokens in every content that a history reaches, each once. */
public final class HistoryCheck implements Check {
    private static final String SUBJECT = "the history";

    private final History history;
    private final HistoryScope scope;
    private final List<PathGlob> excludes;
    private final UserRules own;
    private final KeyRing ring;
    private final CleanContents clean;

    /**
     * A check of a part of a history, without the paths that the policy leaves out.
     *
     * @param clean what earlier runs have looked at; told what this one has
     */
    public HistoryCheck(
            History history,
            HistoryScope scope,
            List<PathGlob> excludes,
            UserRules own,
            CleanContents clean,
            KeyRing ring) {
        this.clean = clean;
        this.own = own;
        this.history = history;
        this.scope = scope;
        this.excludes = List.copyOf(excludes);
        this.ring = ring;
    }

    @Override
    public String name() {
        return ScanChecks.HISTORY.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return List.of(ScanChecks.HISTORY);
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        Says says = new Says(ScanChecks.HISTORY);
        Survey survey = history.survey(scope, context.threads());
        List<Result> results = new ArrayList<>();
        for (Survey.Gap gap : survey.gaps()) {
            results.add(says.whole(Outcome.UNKNOWN, gap.name(), gap.why(), "", Map.of()));
        }
        boolean empty = survey.commits() == 0 && survey.size() == 0 && survey.gaps().isEmpty();
        TokenSearch search = TokenSearch.of(context.fingerprintKey(), true, own, ring);
        Memory memory = Memory.recall(clean, survey);
        HistoryScan scan = new HistoryScan(survey, memory.known(), search, context);
        scan.run();
        String kept = memory.keep(scan.clean());
        for (HistoryScan.Unreadable each : scan.unreadable()) {
            results.add(
                    says.whole(
                            Outcome.UNKNOWN, survey.name(each.number()), each.why(), "", Map.of()));
        }
        Scrub scrub = search.scrub();
        Set<String> leftOut = new HashSet<>();
        List<Sighting> sightings = new ArrayList<>(scan.sightings(this::isExcluded, leftOut));
        HistoryNames names = HistoryNames.of(survey, search, this::isExcluded);
        sightings.addAll(names.sightings());
        leftOut.addAll(names.passedOver());
        for (Survey.Gap gap : names.gaps()) {
            results.add(says.whole(Outcome.UNKNOWN, gap.name(), gap.why(), "", Map.of()));
        }
        boolean whole = results.isEmpty() && scope.allReferences() && scope.since().isEmpty();
        List<Result> tokens =
                new TokenResults("in the history", context.clock().instant()).of(sightings);
        if (empty) {
            return new Findings(
                    Stream.concat(Stream.of(nothing(says)), tokens.stream())
                            .map(scrub::result)
                            .toList(),
                    Coverage.NOTHING);
        }
        results.add(
                says.whole(
                        results.isEmpty() ? Outcome.PASS : Outcome.UNKNOWN,
                        SUBJECT,
                        looked(scan, names, survey, search, memory) + kept,
                        "",
                        Map.of(
                                "contents", scan.contents() + scan.passed(),
                                "fileNames", names.files(),
                                "referenceNames", names.references(),
                                "knownClean", scan.passed(),
                                "scanned", scan.contents(),
                                "inflated", survey.unpacked(),
                                "bytes", scan.bytes(),
                                "commits", survey.commits())));
        results.addAll(tokens);
        return new Findings(
                results.stream().map(scrub::result).toList(),
                new Coverage(
                        areas(search),
                        // A part of a history says nothing of what another part holds.
                        whole ? Set.of("") : Set.of(),
                        leftOut.stream().map(scrub::text).collect(Collectors.toSet()),
                        scan.contents() + scan.passed(),
                        scan.bytes(),
                        Search.HISTORY));
    }

    private static Set<String> areas(TokenSearch search) {
        Set<String> areas = new HashSet<>(search.ids());
        areas.add(ScanChecks.HISTORY.id().value());
        return areas;
    }

    private static String looked(
            HistoryScan scan,
            HistoryNames names,
            Survey survey,
            TokenSearch search,
            Memory memory) {
        return "looked at "
                + Amount.of(scan.contents(), "content")
                + " ("
                + Amount.of(scan.bytes(), "byte")
                + ", "
                + Amount.of(survey.unpacked(), "stream")
                + " inflated) of "
                + Amount.of(survey.commits(), "commit")
                + ", messages among them, and at "
                + Amount.of(names.files() + names.references(), "name")
                + ", for "
                + search.kinds()
                + (scan.passed() > 0
                        ? "; " + Amount.of(scan.passed(), "content") + " clean in an earlier run"
                        : memory.said());
    }

    private Result nothing(Says says) {
        return scope.since().isPresent()
                ? says.whole(
                        Outcome.NOT_APPLICABLE,
                        SUBJECT,
                        "nothing was committed since " + scope.since().get(),
                        "",
                        Map.of())
                : says.whole(
                        Outcome.UNKNOWN,
                        SUBJECT,
                        "the repository has no commit, so nothing was looked at",
                        "",
                        Map.of());
    }

    private boolean isExcluded(String path) {
        return excludes.stream().anyMatch(glob -> glob.matches(path));
    }
}
