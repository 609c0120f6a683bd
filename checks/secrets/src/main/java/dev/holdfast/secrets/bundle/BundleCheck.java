package dev.holdfast.secrets.bundle;

import dev.holdfast.core.check.Check;
import dev.holdfast.core.check.CheckInfo;
import dev.holdfast.core.check.Context;
import dev.holdfast.core.check.Coverage;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.problem.UserProblem;
import dev.holdfast.core.project.PathGlob;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import dev.holdfast.core.result.Search;
import dev.holdfast.secrets.env.EnvFiles;
import dev.holdfast.secrets.place.Scrub;
import dev.holdfast.secrets.rule.UserRules;
import dev.holdfast.secrets.verify.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for tokens and for the values of {@code .env} files in built output. */
public final class BundleCheck implements Check {
    private final BundleRequest request;
    private final UserRules own;
    private final KeyRing ring;

    /** A check of what is requested. */
    public BundleCheck(BundleRequest request, UserRules own, KeyRing ring) {
        this.own = own;
        this.request = request;
        this.ring = ring;
    }

    @Override
    public String name() {
        return BundleChecks.LOOKED.id().value();
    }

    @Override
    public List<CheckInfo> explanations() {
        return BundleChecks.all();
    }

    @Override
    public Findings run(Context context) throws IOException, InterruptedException {
        Project project = context.project();
        List<Result> results = new ArrayList<>();
        List<Path> folders = folders(project, results);
        results.addAll(new OutputSaid(project, request).results(folders));
        if (folders.isEmpty()) {
            return new Findings(scrubbed(results, context), Coverage.NOTHING);
        }
        List<BundleWalk> walks = new ArrayList<>();
        for (Path folder : folders) {
            BundleWalk walk = new BundleWalk(project, globs(), folder, exposures(folder));
            walk.walk();
            walks.add(walk);
        }
        EnvFiles env = EnvFiles.read(project, folders, envFiles(walks), request.envFiles());
        for (String each : env.unreadable()) {
            results.add(
                    Said.folder(
                            Outcome.UNKNOWN,
                            each.substring(0, each.indexOf(':')),
                            "the values in " + each,
                            "make it readable; its values were not looked for",
                            Map.of()));
        }
        SecretSearch search = SecretSearch.of(env.variables(), context.fingerprintKey(), own, ring);
        FileScanner scanner = new FileScanner(search, project.root(), request.largestFile());

        List<Occurrence> occurrences = new ArrayList<>();
        Set<String> walked = new HashSet<>();
        Set<String> holes = new HashSet<>();
        long files = 0;
        long bytes = 0;
        Looked looked = new Looked(search, env);
        for (BundleWalk walk : walks) {
            String folder = shown(project, walk.top());
            List<FileScanner.Scanned> scanned =
                    new ParallelScan(scanner, context).scan(walk.files());
            results.addAll(walk.results());
            holes.addAll(walk.holes());
            long folderBytes = 0;
            for (int i = 0; i < scanned.size(); i++) {
                FileScanner.Scanned each = scanned.get(i);
                occurrences.addAll(each.occurrences());
                results.addAll(each.results());
                folderBytes += each.bytes();
                if (!each.complete()) {
                    holes.add(walk.files().get(i).shown());
                }
            }
            walked.add(folder);
            files += scanned.size();
            bytes += folderBytes;
            results.add(looked.folder(folder, scanned, folderBytes, walk));
        }
        results.addAll(Grouping.results(occurrences, context.clock().instant()));
        Scrub scrub = search.scrub();
        return new Findings(
                results.stream().map(scrub::result).toList(),
                new Coverage(
                        Set.of("secrets", "bundle"),
                        walked.stream().map(scrub::text).collect(Collectors.toSet()),
                        holes.stream().map(scrub::text).collect(Collectors.toSet()),
                        files,
                        bytes,
                        Search.BUNDLE));
    }

    /** Of a project in which nothing was found to be searched the rules need not even be made. */
    private List<Result> scrubbed(List<Result> results, Context context) {
        if (request.output().isEmpty() && request.unbuilt().isEmpty()) {
            return results;
        }
        Scrub scrub =
                SecretSearch.of(List.of(), context.fingerprintKey(), own, KeyRing.closed()).scrub();
        return results.stream().map(scrub::result).toList();
    }

    private ExposureRules exposures(Path folder) throws IOException {
        for (Path each : request.programs()) {
            if (Files.isDirectory(each) && each.toRealPath().equals(folder.getParent())) {
                return ExposureRules.ofProgram(folder);
            }
        }
        return new ExposureRules(folder);
    }

    private static String shown(Project project, Path folder) {
        String shown = project.show(folder);
        return shown.equals(".") ? "" : shown;
    }

    /** Those that lie in the output: whatever secret is in them is in the output. */
    private static List<Path> envFiles(List<BundleWalk> walks) {
        return walks.stream()
                .flatMap(walk -> walk.files().stream())
                .map(BundleFile::path)
                .filter(EnvFiles::holdsValues)
                .toList();
    }

    /** What is to be looked at: a link inside the project leads to a folder like any other. */
    private List<Path> directories(Project project) throws IOException {
        List<Path> all = new ArrayList<>(request.output().folders());
        for (Path link : request.output().links()) {
            if (link.toRealPath().startsWith(project.root())) {
                all.add(link);
            }
        }
        return all;
    }

    /** The folders that are there, as real paths, without those inside another. */
    private List<Path> folders(Project project, List<Result> results) throws IOException {
        Set<Path> there = new LinkedHashSet<>();
        for (Path each : directories(project)) {
            if (!Files.isDirectory(each)) {
                results.add(missing(project, each));
            } else {
                there.add(each.toRealPath());
            }
        }
        List<Path> outer = new ArrayList<>();
        for (Path each : there) {
            if (there.stream().noneMatch(other -> !other.equals(each) && each.startsWith(other))) {
                outer.add(each);
            }
        }
        return outer;
    }

    private static Result missing(Project project, Path folder) {
        String shown = project.show(folder);
        boolean file = Files.exists(folder);
        return Said.folder(
                Outcome.UNKNOWN,
                shown,
                file
                        ? shown + " is not a folder, so it was not looked at"
                        : "there is no folder " + shown + ", so it was not looked at",
                "build first, or name the right folder",
                Map.of());
    }

    private List<PathGlob> globs() {
        return request.excludes().stream()
                .map(text ->
                        PathGlob.of(text)
                                .orElseThrow(() ->
                                        new UserProblem(
                                                "paths.exclude: '"
                                                        + text
                                                        + "' is no path below the root",
                                                "write it like dist/assets/**")))
                .toList();
    }
}
