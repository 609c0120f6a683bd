package dev.holdfast.commands.run;

import dev.holdfast.commands.leaf.Surroundings;
import dev.holdfast.core.baseline.Baseline;
import dev.holdfast.core.baseline.BaselineEntry;
import dev.holdfast.core.baseline.BaselineText;
import dev.holdfast.core.check.Findings;
import dev.holdfast.core.project.Project;
import dev.holdfast.core.resolve.Renames;
import dev.holdfast.core.resolve.Resolver;
import dev.holdfast.core.result.CheckId;
import dev.holdfast.core.result.Location;
import dev.holdfast.core.waiver.WaiverProblem;
import dev.holdfast.core.waiver.WaiverReader;
import dev.holdfast.core.waiver.Waivers;
import dev.holdfast.git.BaselineRenames;
import dev.holdfast.secrets.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads waivers and baseline of a project and lets the one resolver speak. */
final class Suppression {
    private static final int MOST = 16 << 20;

    private final Workspace workspace;
    private final Surroundings surroundings;
    private final List<String> notes = new ArrayList<>();

    Suppression(Workspace workspace, Surroundings surroundings) {
        this.workspace = workspace;
        this.surroundings = surroundings;
    }

    Resolver.Resolved resolve(Findings findings, Baseline baseline) throws IOException {
        // Loads JGit when it is asked, and not before.
        PatientRenames renames =
                new PatientRenames(
                        workspace.project().repository() ? renames(baseline.file()) : Renames.NONE);
        Resolver.Resolved resolved = resolver(renames).resolve(findings, readWaivers(), baseline);
        renames.problem().ifPresent(notes::add);
        return resolved;
    }

    private Renames renames(String baseline) {
        Path root = workspace.project().root();
        return new Renames() {
            @Override
            public Map<String, String> sinceBaseline() throws IOException {
                return new BaselineRenames(root, baseline).sinceBaseline();
            }

            @Override
            public Map<String, String> sinceWaivers() throws IOException {
                String waivers =
                        workspace.project().show(file(workspace.policy().waivers().file()));
                return new BaselineRenames(root, waivers).sinceBaseline();
            }
        };
    }

    private Path file(String name) {
        return workspace.project().directory().resolve(name);
    }

    /** The entries that a run can say nothing of. */
    List<BaselineEntry> undecided(Findings findings, Baseline baseline) {
        return resolver(Renames.NONE).undecided(findings, baseline);
    }

    private Resolver resolver(Renames renames) {
        Project project = workspace.project();
        return new Resolver(
                workspace.policy().waivers(),
                workspace.policy().baseline(),
                workspace.key(),
                LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC),
                path -> exists(project.root(), path),
                this::isOfHistories,
                renames);
    }

    /** Tokens are looked for in histories, too, where there is one. */
    private boolean isOfHistories(CheckId check) {
        return workspace.project().repository()
                && check.area().equals("secrets")
                && Secrets.explanationsOfRuns().stream().noneMatch(info -> info.id().equals(check));
    }

    /** What the reader of a report must know of what was resolved so far. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    private static boolean exists(Path root, String path) {
        try {
            return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** The baseline file, whether it is there or not. */
    Path baselineFile() {
        return file(workspace.policy().baseline().file());
    }

    Baseline readBaseline() {
        Path file = baselineFile();
        String shown = workspace.project().show(file);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Baseline.none(shown);
        }
        try {
            return BaselineText.read(read(file), shown);
        } catch (IOException unreadable) {
            return Baseline.broken(shown, why(file));
        }
    }

    private Waivers readWaivers() {
        Path file = file(workspace.policy().waivers().file());
        String shown = workspace.project().show(file);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Waivers.none(shown);
        }
        try {
            return WaiverReader.read(
                    read(file),
                    shown,
                    Capabilities.catalogue(workspace.rules()).ids().stream()
                            .map(CheckId::value)
                            .collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            return new Waivers(
                    shown,
                    List.of(),
                    List.of(new WaiverProblem("the file", Location.ofFile(shown), why(file))));
        }
    }

    private byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || leadsOut(file)) {
            throw new IOException("not a file of the project");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException("too large");
            }
            return bytes;
        }
    }

    private String why(Path file) {
        return leadsOut(file) ? "it is a link out of the project" : "it cannot be read";
    }

    /** Whoever reviews the project does not see what lies behind such a link. */
    private boolean leadsOut(Path file) {
        try {
            return !file.toRealPath().startsWith(workspace.project().root());
        } catch (IOException nowhere) {
            return false;
        }
    }
}
