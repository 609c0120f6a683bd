package dev.holdfast.secrets.bundle;

import dev.holdfast.core.project.Project;
import dev.holdfast.core.result.Outcome;
import dev.holdfast.core.result.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what output a project should have and has not, and what stood in the way of finding it. */
final class OutputSaid {
    private final Project project;
    private final BundleRequest request;

    OutputSaid(Project project, BundleRequest request) {
        this.project = project;
        this.request = request;
    }

    /**
     * The results.
     *
     * @param folders what is looked at
     */
    List<Result> results(List<Path> folders) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Path each : request.output().unreadable()) {
            String shown = project.show(each);
            results.add(
                    Said.folder(
                            Outcome.UNKNOWN,
                            shown,
                            shown + " could not be listed, so output in it was not looked for",
                            "make it readable, or exclude the path by policy with a reason",
                            Map.of()));
        }
        for (Path link : request.output().links()) {
            if (!link.toRealPath().startsWith(project.root())) {
                results.add(
                        Said.notApplicable(
                                project.show(link),
                                "is a link out of the project, to "
                                        + Files.readSymbolicLink(link)
                                                .toString()
                                                .replace('\\', '/')));
            }
        }
        for (Path each : request.output().excluded()) {
            results.add(
                    Said.notApplicable(
                            project.show(each),
                            "is left out by the policy (paths.exclude) and was not looked at"));
        }
        for (Path each : folders) {
            if (isUnfinished(each)) {
                results.add(
                        Said.folder(
                                Outcome.UNKNOWN,
                                project.show(each),
                                "the build in " + project.show(each) + " did not finish",
                                "it has neither BUILD_ID nor static/; run next build to its end,"
                                        + " then run this again",
                                Map.of()));
            }
        }
        for (Path each : request.unbuilt()) {
            String shown = project.show(each);
            results.add(
                    Said.folder(
                            Outcome.UNKNOWN,
                            shown,
                            "the package in "
                                    + shown
                                    + " has a build script, and no built output of it is here",
                            "build it, then run this again; if its output has another name,"
                                    + " name the folder under secrets.bundle.directories",
                            Map.of()));
        }
        if (results.isEmpty() && folders.isEmpty() && request.output().folders().isEmpty()) {
            results.add(
                    Said.folder(
                            Outcome.NOT_APPLICABLE,
                            project.show(project.directory()),
                            "no built output was found, so there was nothing to look at",
                            "build the project first, or name its output: holdfast secrets bundle"
                                    + " DIR, or secrets.bundle.directories in holdfast.yaml",
                            Map.of()));
        }
        return results;
    }

    /** {@code next build} writes {@code BUILD_ID} last; {@code next dev} writes {@code static/}. */
    private static boolean isUnfinished(Path folder) {
        return String.valueOf(folder.getFileName()).equals(".next")
                && !Files.exists(folder.resolve("BUILD_ID"))
                && !Files.isDirectory(folder.resolve("static"));
    }
}
