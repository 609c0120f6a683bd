package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.commands.options.CommonOptions;
import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.baseline.BaselineText;
import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.resolve.Resolver;
import dev.holdfast.core.result.FingerprintKey;
import dev.holdfast.core.result.Identity;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs that end with another baseline on disk. */
public final class BaselineRun {
    private static final String AREA = "secrets";
    private static final String SECRETS = "secrets baseline";

    private final Workspace workspace;
    private final CommonOptions options;
    private final Surroundings surroundings;
    private final Suppression suppression;

    /** A run in a workspace. */
    public BaselineRun(Workspace workspace, CommonOptions options, Surroundings surroundings) {
        this.workspace = workspace;
        this.options = options;
        this.surroundings = surroundings;
        this.suppression = new Suppression(workspace, surroundings);
    }

    /** The baseline as it is; one that cannot be followed says why. */
    public Baseline read() {
        return suppression.readBaseline();
    }

    /**
     * The searches by which every entry of the baseline can be decided, besides that of built
     * output, which every run makes.
     */
    public Set<Search> searches() {
        Set<Search> searches = EnumSet.noneOf(Search.class);
        for (BaselineEntry entry : read().entries()) {
            if (entry.identity().check().area().equals(AREA)) {
                searches.addAll(
                        entry.searches().isEmpty()
                                ? EnumSet.allOf(Search.class)
                                : entry.searches());
            }
        }
        searches.remove(Search.BUNDLE);
        if (!workspace.project().repository()) {
            searches.remove(Search.HISTORY);
        }
        return searches;
    }

    /**
     * Reads the baseline and leaves it as it is.
     *
     * @throws UserProblem when no run could follow it
     */
    public void requireFollowed() {
        requireOwnKey(readValid());
    }

    /** The same, of a project that must have a baseline that can be followed. */
    private Baseline readValid() {
        Baseline baseline = read();
        if (baseline.broken().isPresent()) {
            throw new UserProblem(
                    baseline.file() + ":1:1: " + baseline.broken().get(),
                    "take it back from git, where it was whole; holdfast baseline create and"
                            + " holdfast secrets baseline --replace make a new one, of all that is"
                            + " found now");
        }
        return baseline;
    }

    /**
     * Accepts what is found now and no waiver accepts, and judges with that. What an older baseline
     * holds of what was looked at plays no part: it would hide what it knows from the new one. What
     * it holds of searches that did not run, or of places that they did not reach, stays.
     */
    public int create(List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        return create("baseline create", checks, notes, false);
    }

    /** The same for some checks; what the baseline holds of others, and elsewhere, stays. */
    public int add(String command, List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        return create(command, checks, notes, true);
    }

    /**
     * The same for some checks, when the baseline is to be made anew: what it holds of other
     * searches stays only when it was made with the key of this run.
     */
    public int replace(String command, List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        return create(command, checks, notes, false);
    }

    private int create(String command, List<Check> checks, List<String> notes, boolean more)
            throws IOException, InterruptedException {
        Outputs outputs = Outputs.prepare(options, surroundings);
        Path target = target();
        Inspection inspection = new Inspection(workspace, options, surroundings);
        Findings findings = inspection.look(checks);
        Baseline before = more ? readValid() : read();
        if (more) {
            requireOwnKey(before);
        }
        String file = before.file();
        List<String> all = new ArrayList<>(notes);
        Optional<String> unfinished = unfinished(findings);
        if (unfinished.isPresent()) {
            all.add(file + " was left as it is, because " + unfinished.get());
            return finish(command, findings, before, all, inspection, outputs);
        }
        List<Result> found = suppression.resolve(findings, Baseline.none(file)).results();
        Baseline made =
                Baseline.of(
                        Overrides.withoutResolver(found),
                        workspace.policy().baseline(),
                        file,
                        workspace.key().id());
        List<BaselineEntry> undecided = suppression.undecided(findings, before);
        made = made.keeping(more ? before.entries() : undecided);
        write(target, made);
        all.add(
                "%s holds %s%s; never baselined: %s"
                        .formatted(
                                file,
                                entries(made.entries().size()),
                                undecided.isEmpty()
                                        ? ""
                                        : ", "
                                                + undecided.size()
                                                + " of them kept from before, as this run did not"
                                                + " look at all in which they may be found",
                                never()));
        warnOfReplaced(before).ifPresent(all::add);
        warnOfSharedKey(made, command).ifPresent(all::add);
        return finish(command, findings, made, all, inspection, outputs);
    }

    /** What everybody can compute tells everybody whether a guess of a short value is right. */
    private Optional<String> warnOfSharedKey(Baseline made, String command) {
        if (!isHashed(made) || !made.keyId().equals(FingerprintKey.shared().id())) {
            return Optional.empty();
        }
        String warning =
                made.file()
                        + ": its hashes are made with the key that everybody has, so whoever reads"
                        + " it can guess short passwords; before it is committed, put a key of your"
                        + " own (openssl rand -hex 32) into HOLDFAST_FINGERPRINT_KEY or"
                        + " .holdfast/fingerprint.key, and run holdfast "
                        + command
                        + (command.equals(SECRETS) ? " --replace" : " again");
        surroundings.terminal().err().println("holdfast: " + warning);
        return Optional.of(warning);
    }

    /** What could not be followed is gone, of searches that did not run this time, too. */
    private Optional<String> warnOfReplaced(Baseline before) {
        String why =
                before.broken().isPresent()
                        ? "it could not be followed ("
                                + before.broken().get()
                                + ") and was written anew"
                        : isOfOtherKey(before)
                                ? entries(before.entries().size())
                                        + " made with the fingerprint key "
                                        + before.keyId()
                                        + " could not be followed with the key of this run, "
                                        + workspace.key().id()
                                        + ", and made room for what was found now"
                                : "";
        if (why.isEmpty()) {
            return Optional.empty();
        }
        String warning =
                before.file()
                        + ": "
                        + why
                        + "; what this run did not look at is no longer accepted";
        surroundings.terminal().err().println("holdfast: " + warning);
        return Optional.of(warning);
    }

    private boolean isOfOtherKey(Baseline before) {
        return isHashed(before) && !before.keyId().equals(workspace.key().id());
    }

    private static boolean isHashed(Baseline baseline) {
        return baseline.entries().stream().anyMatch(entry -> !entry.identity().hash().isEmpty());
    }

    /** Drops what is no longer found, follows renamed files, and judges with the rest. */
    public int prune(List<Check> checks, List<String> notes)
            throws IOException, InterruptedException {
        Outputs outputs = Outputs.prepare(options, surroundings);
        Path target = target();
        Baseline before = readValid();
        Inspection inspection = new Inspection(workspace, options, surroundings);
        Findings findings = inspection.look(checks);
        Resolver.Resolved resolved = suppression.resolve(findings, before);
        Baseline after = resolved.pruned();
        List<String> all = new ArrayList<>(notes);
        Set<Identity> left =
                after.entries().stream().map(BaselineEntry::identity).collect(Collectors.toSet());
        long dropped =
                resolved.stale().stream().filter(each -> !left.contains(each.identity())).count();
        long narrowed =
                before.entries().stream().filter(each -> !after.entries().contains(each)).count()
                        - dropped;
        all.add(
                "%s: %d of %s dropped%s"
                        .formatted(
                                before.file(),
                                dropped,
                                entries(before.entries().size()),
                                narrowed == 0
                                        ? ""
                                        : ", "
                                                + narrowed
                                                + " changed to where the value still is"));
        if (!after.equals(before)) {
            write(target, after);
        }
        return finish("baseline prune", findings, after, all, inspection, outputs);
    }

    private int finish(
            String command,
            Findings findings,
            Baseline baseline,
            List<String> notes,
            Inspection inspection,
            Outputs outputs)
            throws IOException {
        Resolver.Resolved resolved = suppression.resolve(findings, baseline);
        List<String> all = new ArrayList<>(notes);
        all.addAll(new LinkedHashSet<>(suppression.notes()));
        return Inspection.finish(
                outputs, inspection.judge(command, resolved, all, findings.exhibits()));
    }

    /** Hashes of two keys in one file would be followed by neither. */
    private void requireOwnKey(Baseline before) {
        if (isOfOtherKey(before)) {
            throw new UserProblem(
                    before.file()
                            + ":1:1: its hashes were made with the fingerprint key "
                            + before.keyId()
                            + ", and the key of this run is "
                            + workspace.key().id(),
                    "give the key that it was made with (HOLDFAST_FINGERPRINT_KEY or"
                            + " .holdfast/fingerprint.key), or run holdfast secrets baseline"
                            + " --replace, which accepts anew what is found now (with --history"
                            + " that of the history, too)");
        }
    }

    /** Why a baseline made of these would lack what nobody looked at. */
    private static Optional<String> unfinished(Findings findings) {
        if (findings.results().stream().anyMatch(each -> each.outcome() == Outcome.ERROR)) {
            return Optional.of("a check broke");
        }
        return findings.results().stream().anyMatch(Result::looked)
                ? Optional.empty()
                : Optional.of("nothing was looked at");
    }

    private static String entries(int number) {
        return number == 1 ? "1 entry" : number + " entries";
    }

    private String never() {
        List<String> words =
                workspace.policy().baseline().neverFor().stream()
                        .sorted()
                        .map(severity -> severity.word())
                        .toList();
        return words.isEmpty() ? "nothing" : String.join(", ", words);
    }

    /**
     * Where a baseline is written: never out of the project, whatever links somebody has put there.
     *
     * @throws UserProblem when it would be, or something else than a file is in its place
     */
    private Path target() throws IOException {
        Path file = suppression.baselineFile();
        Path there = file;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = Optional.ofNullable(there.getParent()).orElseThrow();
        }
        boolean free = there.equals(file) ? Files.isRegularFile(file) : Files.isDirectory(there);
        if (!free || !there.toRealPath().startsWith(workspace.project().root())) {
            throw new UserProblem(
                    workspace.project().show(there)
                            + " is in the way: a baseline is written into a file of the project",
                    "it is a link out of the project, to nowhere, or no "
                            + (there.equals(file) ? "file" : "folder")
                            + "; nothing was written");
        }
        return there.equals(file) ? file.toRealPath() : file;
    }

    private static void write(Path file, Baseline baseline) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] text = BaselineText.write(baseline).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(text));
    }
}
