package dev.holdfast.commands.start;

import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The entry for the tool pre-commit, and the line for husky. */
final class HookDraft {
    static final String PATH = ".pre-commit-config.yaml";

    /** It reads the index of the whole repository, so it is for the policy in the root. */
    static final String STAGED = "holdfast secrets staged --quiet";

    private final Templates templates;

    HookDraft(Templates templates) {
        this.templates = templates;
    }

    Draft of(Survey survey) {
        String entry = entry(survey);
        return new Draft(
                PATH,
                "pre-commit: checks a commit that holds files which Holdfast reads",
                hasNothingToLookAt(survey)
                        ? List.of("nothing is built here yet, so the check waits to be called")
                        : List.of("a commit without such files does not wait"),
                templates.fill("pre-commit-config.yaml", Map.of("entry", entry)),
                new ByHand("add this under 'repos:':", entry.stripTrailing()),
                // To the end of the line: a hook for one folder is none for another.
                List.of(Quoted.yaml(line(survey.folder())) + "\n"));
    }

    /** The line that a hook of husky needs. */
    static String line(String folder) {
        return folder.isEmpty()
                ? "holdfast check --quiet"
                : "holdfast check --quiet " + Quoted.shell(folder);
    }

    private String entry(Survey survey) {
        String policy = survey.path(ProjectFinder.POLICY_FILE);
        String validate =
                survey.folder().isEmpty()
                        ? "holdfast policy validate"
                        : "holdfast policy validate " + Quoted.shell(policy);
        return templates.fill(
                "pre-commit-entry.yaml",
                Map.of(
                        "validate", Quoted.yaml(validate),
                        "check", Quoted.yaml(line(survey.folder())),
                        "staged",
                                inRoot(survey)
                                        ? templates.fill(
                                                "pre-commit-staged.yaml", Map.of("staged", STAGED))
                                        : "",
                        "policy-file", Quoted.yamlQuoted("^" + Quoted.python(policy) + "$"),
                        "folder", Quoted.python(survey.path("")) + (inRoot(survey) ? "" : "/"),
                        "output",
                                survey.outputNames().stream()
                                        .map(Quoted::python)
                                        .collect(Collectors.joining("|\n")),
                        "stages",
                                hasNothingToLookAt(survey)
                                        ? templates.fill("pre-commit-manual.yaml", Map.of())
                                        : ""));
    }

    private static boolean inRoot(Survey survey) {
        return survey.folder().isEmpty();
    }

    private static boolean hasNothingToLookAt(Survey survey) {
        return survey.stack().builds().isEmpty() && !survey.output();
    }
}
