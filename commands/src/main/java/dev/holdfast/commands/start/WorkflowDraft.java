package dev.holdfast.commands.start;

import dev.holdfast.core.stack.PackageManager;
import dev.holdfast.templates.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The GitHub Actions workflow that builds the project and checks what was built. */
final class WorkflowDraft {
    static final String PATH = ".github/workflows/holdfast.yml";

    private final Templates templates;

    WorkflowDraft(Templates templates) {
        this.templates = templates;
    }

    Draft of(Survey survey) {
        BuildSteps steps = survey.buildSteps();
        String check =
                templates.fill(
                        "workflow-check.yml",
                        Map.of(
                                "working-directory", workingDirectory(survey.folder()),
                                "sarif", sarif(survey.folder())));
        String build = build(steps, survey.nodeVersionFile());
        String workflow = templates.fill("workflow.yml", Map.of("build", build, "check", check));
        return new Draft(
                PATH,
                "GitHub Actions: builds the project and checks what was built",
                details(steps),
                workflow,
                new ByHand(
                        "add these steps where the project is built; the last one needs a built"
                                + " Holdfast (holdfast init --dry-run shows a whole workflow):",
                        installAndBuild(steps).isEmpty()
                                ? check.stripTrailing()
                                : installAndBuild(steps) + "\n\n" + check.stripTrailing()),
                List.of(step(workflow)));
    }

    /**
     * The step that checks, as it stands in the workflow. A workflow that checks another folder has
     * another one.
     */
    private static String step(String workflow) {
        int start = workflow.indexOf("- name: Check\n");
        return workflow.substring(start, workflow.indexOf("- name: Keep the report", start));
    }

    /** A report of its own for each folder; letters, digits and hyphens only. */
    private static String sarif(String folder) {
        return folder.isEmpty()
                ? "holdfast"
                : "holdfast-" + folder.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
    }

    private static List<String> details(BuildSteps steps) {
        if (steps.builds().isEmpty() && steps.skipped().isEmpty()) {
            return List.of("builds nothing: no package.json with a build script was found");
        }
        List<String> details = new ArrayList<>();
        for (BuildSteps.Install install : steps.installs()) {
            details.add(
                    "installs in %s: %s%s"
                            .formatted(
                                    StackWords.folder(install.folder()),
                                    install.command(),
                                    install.locked() ? "" : " (there is no lock file)"));
        }
        for (BuildSteps.Build build : steps.builds()) {
            details.add(
                    "builds in %s: %s"
                            .formatted(StackWords.folder(build.folder()), build.command()));
        }
        steps.skipped().stream()
                .map(folder -> "does not build in " + StackWords.folder(folder))
                .forEach(details::add);
        return details;
    }

    private String build(BuildSteps steps, Optional<String> versionFile) {
        List<String> parts = new ArrayList<>();
        if (!steps.builds().isEmpty()) {
            parts.add(setUpNode(versionFile));
            steps.managers().forEach(manager -> getManager(manager).ifPresent(parts::add));
            parts.add(installAndBuild(steps));
        }
        for (String folder : steps.skipped()) {
            parts.add(
                    templates.fill(
                            "workflow-skipped.yml", Map.of("folder", StackWords.folder(folder))));
        }
        if (parts.isEmpty()) {
            parts.add(templates.fill("workflow-no-build.yml", Map.of()));
        }
        return parts.stream().map(String::stripTrailing).collect(Collectors.joining("\n\n"));
    }

    /** What installs and builds. */
    private String installAndBuild(BuildSteps steps) {
        List<String> parts = new ArrayList<>();
        steps.installs().forEach(install -> parts.add(install(install).stripTrailing()));
        steps.builds().forEach(build -> parts.add(build(build).stripTrailing()));
        return String.join("\n\n", parts);
    }

    private String setUpNode(Optional<String> versionFile) {
        String version =
                versionFile
                        .map(file ->
                                templates.fill(
                                        "workflow-node-version-file.yml",
                                        Map.of("file", Quoted.yamlQuoted(file))))
                        .orElseGet(() -> templates.fill("workflow-node-version.yml", Map.of()));
        return templates.fill("workflow-setup-node.yml", Map.of("version", version));
    }

    private Optional<String> getManager(PackageManager manager) {
        return switch (manager) {
            case NPM -> Optional.empty();
            case PNPM, YARN ->
                    Optional.of(
                            templates.fill(
                                    "workflow-corepack.yml", Map.of("manager", manager.word())));
            case BUN -> Optional.of(templates.fill("workflow-bun.yml", Map.of()));
        };
    }

    private String install(BuildSteps.Install install) {
        String name = named("Install the packages", install.folder());
        String folder = workingDirectory(install.folder());
        return install.locked()
                ? templates.fill(
                        "workflow-install.yml",
                        Map.of(
                                "name", name,
                                "working-directory", folder,
                                "command", install.command()))
                : templates.fill(
                        "workflow-install-unlocked.yml",
                        Map.of(
                                "name",
                                name,
                                "working-directory",
                                folder,
                                "command",
                                install.command(),
                                "locked-command",
                                install.lockedCommand()));
    }

    private String build(BuildSteps.Build build) {
        return templates.fill(
                "workflow-build.yml",
                Map.of(
                        "name", named("Build", build.folder()),
                        "working-directory", workingDirectory(build.folder()),
                        "command", build.command()));
    }

    private static String named(String what, String folder) {
        return folder.isEmpty() ? what : Quoted.yaml(what + " in " + folder);
    }

    /** Never a part of a script: what a folder is called runs nothing. */
    private static String workingDirectory(String folder) {
        return folder.isEmpty() ? "" : "working-directory: " + Quoted.yamlQuoted(folder);
    }
}
