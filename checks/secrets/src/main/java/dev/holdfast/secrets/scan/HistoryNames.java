package dev.holdfast.secrets.scan;

import dev.holdfast.core.history.Survey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the names of a history hold: of files with their folders, and of references. They are looked
 * at in every run, as that takes less than to know which of them are clean.
 *
 * @param passedOver names of files that hold something and are left out
 * @param files how many names of files were looked at
 * @param references how many names of references were
 */
record HistoryNames(
        List<Sighting> sightings,
        Set<String> passedOver,
        List<Survey.Gap> gaps,
        long files,
        long references) {
    private static final Survey.Gap FULL =
            new Survey.Gap(
                    "the names of files",
                    "were not all told: more than %,d of them hold tokens"
                            .formatted(ContentScan.MOST));

    HistoryNames {
        sightings = List.copyOf(sightings);
        passedOver = Set.copyOf(passedOver);
        gaps = List.copyOf(gaps);
    }

    /** Looks. */
    static HistoryNames of(Survey survey, TokenSearch search, Predicate<String> leftOut)
            throws InterruptedException {
        Choice choice = new Choice(search, leftOut);
        Survey.Names names = survey.names(choice::wants, search::isInName);
        FileContent content = new FileContent(search);
        List<Sighting> sightings = new ArrayList<>();
        for (Survey.Named each : names.wanted()) {
            Survey.Origin origin = each.origin();
            Sighting.Past past =
                    new Sighting.Past(
                            origin.commit(), origin.author(), origin.date(), each.isAtHead());
            content.name(origin.path())
                    .forEach(found -> sightings.add(new Sighting(found, origin.path(), past)));
        }
        List<Survey.Gap> gaps = new ArrayList<>(names.gaps());
        if (choice.wanted > ContentScan.MOST) {
            gaps.add(FULL);
        }
        return new HistoryNames(
                sightings, choice.passedOver, gaps, names.files(), names.references());
    }

    /** Which names of files are asked for. */
    private static final class Choice {
        private final TokenSearch search;
        private final Predicate<String> leftOut;
        private final Set<String> passedOver = new HashSet<>();
        private int wanted;

        Choice(TokenSearch search, Predicate<String> leftOut) {
            this.search = search;
            this.leftOut = leftOut;
        }

        boolean wants(String path) {
            if (!search.isInName(path)) {
                return false;
            }
            if (leftOut.test(path)) {
                passedOver.add(path);
                return false;
            }
            return ++wanted <= ContentScan.MOST;
        }
    }
}
