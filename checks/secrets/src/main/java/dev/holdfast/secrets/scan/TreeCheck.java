package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.secrets.place.Says;
import dev.holdfast.secrets.place.Scrub;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.KeyRing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks for tokens in the files of a tree. */
public final class TreeCheck implements Check {
    private static final int MOST_NAMED = 100;

    private final TreeRequest request;
    private final UserRules own;
    private final KeyRing ring;

    /** A check of what is requested. */
    public TreeCheck(TreeRequest request, UserRules own, KeyRing ring) {
        this.own = own;
        this.request = request;
        this.ring = ring;
    }

    @Override
    public String name() {
        return ScanChecks.TREE.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return List.of(ScanChecks.TREE);
    }

    @Override
    public Findings run(Context context) throws InterruptedException {
        TokenSearch search = TokenSearch.of(context.fingerprintKey(), true, own, ring);
        TreeScan scan = new TreeScan(request, search, context);
        TreeFindings found = scan.run();
        Says says = new Says(ScanChecks.TREE);
        List<Result> results = new ArrayList<>(found.results());
        Set<String> looked = new LinkedHashSet<>();
        for (Path each : request.paths()) {
            looked.add(context.project().show(each));
        }
        results.add(looked(says, search, found, String.join(", ", looked)));
        results.addAll(
                new TokenResults("in a file", context.clock().instant()).of(found.sightings()));
        Set<String> holes = new LinkedHashSet<>(found.holes());
        holes.addAll(found.ignored());
        Scrub scrub = search.scrub();
        return new Findings(
                results.stream().map(scrub::result).toList(),
                new Coverage(
                        search.ids(),
                        looked.stream()
                                .map(each -> each.equals(".") ? "" : scrub.text(each))
                                .collect(Collectors.toSet()),
                        holes.stream().map(scrub::text).collect(Collectors.toSet()),
                        found.files(),
                        found.bytes(),
                        Search.TREE));
    }

    private static Result looked(
            Says says, TokenSearch search, TreeFindings found, String subject) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("files", found.files());
        facts.put("bytes", found.bytes());
        facts.put("ignored", found.ignored().stream().limit(MOST_NAMED).toList());
        facts.put("ignoredCount", found.ignored().size());
        facts.put("links", found.links());
        if (found.files() == 0) {
            return says.whole(
                    Outcome.UNKNOWN,
                    subject,
                    "there is no file to look at in " + subject + passedOver(found),
                    found.ignored().isEmpty() ? "" : "--no-ignore looks at what git ignores, too",
                    facts);
        }
        return says.whole(
                found.open() > 0 ? Outcome.UNKNOWN : Outcome.PASS,
                subject,
                "looked at "
                        + Amount.of(found.files(), "file")
                        + " ("
                        + Amount.of(found.bytes(), "byte")
                        + ") of "
                        + subject
                        + " for "
                        + search.kinds()
                        + passedOver(found)
                        + (found.open() > 0
                                ? "; " + Amount.of(found.open(), "path") + " not to the end"
                                : ""),
                found.open() > 0 ? "mend what is said of single files" : "",
                facts);
    }

    private static String passedOver(TreeFindings found) {
        String ignored =
                found.ignored().isEmpty()
                        ? ""
                        : "; "
                                + Amount.of(found.ignored().size(), "path")
                                + " that git ignores left out";
        String links =
                found.links() == 0 ? "" : "; " + Amount.of(found.links(), "link") + " not followed";
        return ignored + links;
    }
}
